/* The end of a task: Kernel/Tasks/Core.Ending.cs. */

/* Who waits for a task that ends goes on with an error; so does its message, which nobody has or answers any more. */
inline Fail(t) {
	Forget(t);
	Wake(t, peerGone)
}

/* Out of the list that it is in, and out of sight of whom it waits for. */
inline Withdraw(t) {
	if
#ifdef TURNS
	:: task[t].state == ready && t != current -> TakeOut(turns, t)
#endif
#ifndef MUTANT_DEAD_SENDER_STAYS_QUEUED
	:: task[t].state == sending -> TakeOut(task[task[t].peer].senders, t)
#endif
#ifndef MUTANT_DEAD_CLIENT_STAYS_OWED
	:: task[t].state == awaiting -> Disown(task[t].peer, t)
#endif
#ifndef MUTANT_DEAD_WAITER_STAYS
	:: task[t].state == waiting && task[t].peer != NOBODY -> TakeOut(task[task[t].peer].waiters, t)
#endif
	:: else
	fi
}

inline FailAll(t) {
#ifndef MUTANT_SENDERS_NOT_TOLD
	do
	:: task[t].senders?peer -> Fail(peer)
	:: empty(task[t].senders) -> break
	od;
#endif
#ifndef MUTANT_CLIENT_NOT_TOLD
	if
	:: task[t].client != t -> Fail(task[t].client)
	:: else
	fi;
#endif
#ifndef MUTANT_OWED_NOT_TOLD
	do
	:: task[t].owed?peer -> Fail(peer)
	:: empty(task[t].owed) -> break
	od;
#endif
	skip
}

inline TellWaiters(t) {
#ifndef MUTANT_WAITERS_NOT_TOLD
	do
	:: task[t].waiters?peer ->
		Drop(peer, task[peer].awaited);
		task[peer].awaited = NOTHING;
		Wake(peer, done)
	:: empty(task[t].waiters) -> break
	od;
#endif
	skip
}

/* The parent's entry keeps that the task has ended, unless the parent waits for any child: then it is told. */
inline TellParent(t) {
	for (i : 0 .. TASKS - 1) {
		for (j : 0 .. ENTRIES - 1) {
			if
			:: ENTRY(i, j).mark == child && ENTRY(i, j).target == t && i != t ->
				if
#ifndef MUTANT_PARENT_NOT_WOKEN
				:: task[i].state == waiting && task[i].peer == NOBODY -> Drop(i, j); Wake(i, done)
#endif
				:: else -> ENTRY(i, j).mark = ended; ENTRY(i, j).target = GONE
				fi
			:: else
			fi
		}
	}
}

/* Its serial is nobody's from now on. */
inline ForgetSerial(t) {
#ifndef MUTANT_SERIAL_STAYS
	for (i : 0 .. TASKS - 1) {
		for (j : 0 .. ENTRIES - 1) {
			if
			:: ENTRY(i, j).mark != unused && ENTRY(i, j).target == t -> ENTRY(i, j).target = GONE
			:: else
			fi
		}
	}
#endif
	skip
}

inline End(t) {
	Withdraw(t);
	FailAll(t);
	TellWaiters(t);
	TellParent(t);
	ForgetSerial(t);
#ifdef TURNS
	if
	:: t == current -> current = NOBODY
	:: else
	fi;
#endif
	Forget(t);
	Clear(t);
	task[t].state = none;
	task[t].peer = NOBODY;
	task[t].client = t;
	task[t].awaited = NOTHING;
	task[t].repeats = 0
}
