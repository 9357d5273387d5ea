/*
 * Whether a task that would wait for others would wait for ever: Kernel/Syscalls/WaitSearch.cs. What was found, in
 * `isGood`: one of those whom it would wait for goes on without it. A bit for each task in `seen` and `parents`.
 */

inline BeginSearch() {
	isGood = false;
	seen = 0;
	parents = 0
}

/* The wait for a task. */
inline AskWhetherItEnds(whom, caller) {
	BeginSearch();
	FollowChain(whom, caller);
	FollowParents(caller)
}

/* The wait for any child. */
inline AskWhetherAnyEnds(caller) {
	BeginSearch();
	FollowChildren(caller, caller);
	FollowParents(caller)
}

/* The chain from a task on, up to one that waits for nobody, or for a message. Who waits for any child is for later. */
inline FollowChain(from, caller) {
	at = from;
	do
	:: isGood || at == caller || ((seen >> at) & 1) -> break
	:: else ->
		seen = seen | (1 << at);
		if
		:: task[at].peer != NOBODY -> at = task[at].peer
#ifndef MUTANT_WAIT_FOR_ANY_NOT_FOLLOWED
		:: task[at].peer == NOBODY && task[at].state == waiting -> parents = parents | (1 << at); break
		:: task[at].peer == NOBODY && task[at].state != waiting -> isGood = true
#else
		:: else -> isGood = true
#endif
		fi
	od
}

inline FollowChildren(parent, caller) {
	for (i : 0 .. ENTRIES - 1) {
		if
		:: ENTRY(parent, i).mark == child ->
			FollowChain(ENTRY(parent, i).target, caller);
#ifdef MUTANT_OTHER_CHILDREN_NOT_FOLLOWED
			break
#endif
		:: else
		fi
	}
}

inline FollowParents(caller) {
	do
	:: isGood || parents == 0 -> break
	:: else ->
		count = 0;
		do
		:: (parents >> count) & 1 -> break
		:: else -> count++
		od;
		parents = parents & ~(1 << count);
		FollowChildren(count, caller)
	od
}
