/* Handle tables: Kernel/Tasks/HandleTable.cs. */

#define ENTRY(t, e) task[t].entry[e]

/* Takes an entry, whose index is in `place` then. As in the kernel, the one given up last, where that can be seen. */
inline TakeFree(t) {
	assert(task[t].room > 0);
	task[t].room--;
#ifdef TURNS
	place = task[t].free;
	task[t].free = ENTRY(t, place).next;
	ENTRY(t, place).next = 0;
#else
	place = 0;
	do
	:: ENTRY(t, place).mark != unused -> place++
	:: else -> break
	od;
#endif
}

inline Add(t, whom, how, isWeak) {
	TakeFree(t);
	ENTRY(t, place).mark = how;
	ENTRY(t, place).target = whom;
	ENTRY(t, place).weak = isWeak;
}

inline Drop(t, e) {
	ENTRY(t, e).mark = unused;
	ENTRY(t, e).target = 0;
	ENTRY(t, e).weak = 0;
	task[t].room++;
#ifdef TURNS
	ENTRY(t, e).next = task[t].free;
	task[t].free = e;
#endif
}

/* An empty table. */
inline Clear(t) {
	for (i : 0 .. ENTRIES - 1) {
		ENTRY(t, i).mark = unused;
		ENTRY(t, i).target = 0;
		ENTRY(t, i).weak = 0;
#ifdef TURNS
		ENTRY(t, i).next = i + 1;
#endif
	}
	task[t].room = ENTRIES;
	task[t].free = 0;
}

/* A table like a parent's: all but the children, who are not one's own, and those that have ended. */
inline Inherit(t, from) {
	for (i : 0 .. ENTRIES - 1) {
		ENTRY(t, i).mark = ENTRY(from, i).mark;
		ENTRY(t, i).target = ENTRY(from, i).target;
		ENTRY(t, i).weak = ENTRY(from, i).weak;
		ENTRY(t, i).next = ENTRY(from, i).next;
	}
	task[t].room = task[from].room;
	task[t].free = task[from].free;
	for (i : 0 .. ENTRIES - 1) {
		if
		:: ENTRY(t, i).mark == ended -> Drop(t, i)
#ifndef MUTANT_CHILDREN_INHERITED
		:: ENTRY(t, i).mark == child -> ENTRY(t, i).mark = other
#endif
		:: else
		fi
	}
}

/* The handle in a message: a copy for the receiver, who has room for it; the giver loses one that is moved. */
inline Give(from, to) {
	if
	:: task[from].gift != NOTHING ->
		Add(to, ENTRY(from, task[from].gift).target, other, ENTRY(from, task[from].gift).weak);
		if
#ifndef MUTANT_MOVED_HANDLE_KEPT
		:: task[from].moved -> Drop(from, task[from].gift)
#endif
		:: else
		fi;
		assert(!task[from].moved || ENTRY(from, task[from].gift).mark == unused);
		task[from].gift = NOTHING;
		task[from].moved = 0
	:: else
	fi
}
