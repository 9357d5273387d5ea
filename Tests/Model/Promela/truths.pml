/* What holds after each call. */

inline CheckTruths() {
	places = 0;
	waits = 0;
	parented = 0;
	for (i : 0 .. TASKS - 1) {
		places = places + len(task[i].senders) + len(task[i].owed) + len(task[i].waiters) + (task[i].client != i);
		CheckWait(i);
		CheckTable(i)
	};

	/* Each wait has been found in a list, so that no list has anybody else in it. */
	assert(places == waits);
	CheckHope();
	CheckTurns()
}

/* Whom a task waits for lives and knows of it; a message is with its sender, on its way or with its receiver. */
inline CheckWait(t) {
	assert((task[t].state == sending) == (task[t].message == underway));
	assert((task[t].state == awaiting) == (task[t].message == delivered));
	if
	:: task[t].state == sending -> waits++; CheckPeer(t); assert(task[task[t].peer].senders??[eval(t)])
	:: task[t].state == awaiting ->
		waits++;
		CheckPeer(t);
		assert(task[t].holder == task[t].peer);
		assert(task[task[t].peer].client == t || task[task[t].peer].owed??[eval(t)])
	:: task[t].state == waiting && task[t].peer != NOBODY ->
		waits++;
		CheckPeer(t);
		assert(task[task[t].peer].waiters??[eval(t)])
	:: task[t].state == receiving -> assert(task[t].peer == NOBODY && empty(task[t].senders))
	:: else -> assert(task[t].peer == NOBODY)
	fi
}

inline CheckPeer(t) {
	assert(task[t].peer != NOBODY);
	assert(task[task[t].peer].state != none)
}

/* An entry names a task that lives, or none; a child has one parent, who is told of its end if it waits for that. */
inline CheckTable(t) {
	count = 0;
	isGood = task[t].state != waiting || task[t].peer != NOBODY;
	for (j : 0 .. ENTRIES - 1) {
		if
		:: ENTRY(t, j).mark == unused -> count++
		:: else -> assert(ENTRY(t, j).target == GONE || task[ENTRY(t, j).target].state != none)
		fi;
		if
		:: ENTRY(t, j).mark == child ->
			isGood = true;
			assert(ENTRY(t, j).target != GONE);
			assert(((parented >> ENTRY(t, j).target) & 1) == 0);
			parented = parented | (1 << ENTRY(t, j).target)
		:: ENTRY(t, j).mark == ended -> assert(task[t].state != waiting || task[t].peer != NOBODY)
		:: else
		fi
	};
	assert(isGood);
	assert(task[t].room == count)
}

/* Who could run is in the queue once, but for who runs. */
inline CheckTurns() {
#ifdef TURNS
	count = (current != NOBODY);
	for (i : 0 .. TASKS - 1) {
		if
		:: task[i].state == ready && i != current -> count++; assert(turns??[eval(i)])
		:: i == current -> assert(task[i].state == ready)
		:: else
		fi
	};
	assert(count == len(turns) + (current != NOBODY));
#endif
	skip
}

/* Whether a task does not wait, or for a message, and is another one. */
#define GOES_ON(t, without) \
	(t != without && (task[t].state == none || task[t].state == ready || task[t].state == receiving))

/* Nobody waits in vain. */
inline CheckHope() {
	FindHopeful(NOBODY);
	assert(hopeful == (1 << TASKS) - 1)
}

/* Who is refused a wait for a task, or for any child, would have waited in vain. */
inline CheckRefusal(t, whom) {
	FindHopeful(t);
	assert(((hopeful >> whom) & 1) == 0)
}

inline CheckRefusalOfAny(t) {
	FindHopeful(t);
	for (j : 0 .. ENTRIES - 1) {
		assert(ENTRY(t, j).mark != child || ((hopeful >> ENTRY(t, j).target) & 1) == 0)
	}
}

/*
 * Who can run, waits for a message, or waits for such a task or for any child where one is such, and all that without
 * one task: a bit for each, in `hopeful`; `seen` has those of the round before.
 */
inline FindHopeful(without) {
	seen = 0;
	hopeful = 0;
	for (i : 0 .. TASKS - 1) {
		hopeful = hopeful | (GOES_ON(i, without) << i)
	};
	do
	:: hopeful == seen || hopeful == (1 << TASKS) - 1 -> break
	:: else ->
		seen = hopeful;
		for (i : 0 .. TASKS - 1) {
			if
			:: ((hopeful >> i) & 1) || i == without
			:: !((hopeful >> i) & 1) && i != without && task[i].peer != NOBODY ->
				hopeful = hopeful | (((hopeful >> task[i].peer) & 1) << i)
			:: else ->
				for (j : 0 .. ENTRIES - 1) {
					if
					:: ENTRY(i, j).mark == child -> hopeful = hopeful | (((hopeful >> ENTRY(i, j).target) & 1) << i)
					:: else
					fi
				}
			fi
		}
	od
}
