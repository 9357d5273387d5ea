/* Where a message changes hands: Kernel/Ipc/Rendezvous.cs, and Core.Wake. */

/* A waiting task, which is in no list any more, goes on. */
inline Wake(t, what) {
	result[t] = what;
	if
	:: task[t].state != ready ->
		task[t].state = ready;
		task[t].peer = NOBODY;
#if defined(TURNS) && !defined(MUTANT_WOKEN_HAS_NO_TURN)
		turns!t
#endif
	:: else
	fi
}

inline TakeOut(list, t) {
	if
	:: list??[eval(t)] -> list??eval(t)
	:: else -> assert(false)
	fi
}

/* A message is not on its way any more; those that came later have one less before them. */
inline Forget(t) {
	task[t].message = nowhere;
	task[t].holder = NOBODY;
	task[t].gift = NOTHING;
	task[t].moved = 0;
	Overtake(t)
}

inline Overtake(t) {
	task[t].before = 0;
	for (j : 0 .. TASKS - 1) {
		task[j].before = task[j].before & ~(1 << t)
	}
}

/* What a server owes. The newest sender is the one that is answered next, as a rule; the others wait in a list. */
inline Own(server, t) {
	if
#ifndef MUTANT_OLDER_CLIENT_FORGOTTEN
	:: task[server].client != server -> task[server].owed!task[server].client
#endif
	:: else
	fi;
	task[server].client = t
}

inline Disown(server, t) {
	if
	:: task[server].client == t -> task[server].client = server
	:: else -> TakeOut(task[server].owed, t)
	fi
}

/* Moves a sender's message to a receiver, if that has room for the handle. Whether it has: in `isGood`. */
inline Deliver(from, to) {
#ifdef MUTANT_ROOM_NOT_ASKED_FOR
	isGood = true;
#else
	isGood = task[from].gift == NOTHING || task[to].room > 0;
#endif
	if
	:: isGood ->
		assert(task[from].message == underway && task[from].before == 0);
		if
#ifndef MUTANT_DELIVERED_STAYS_QUEUED
		:: task[from].state == sending -> TakeOut(task[to].senders, from)
#endif
		:: else
		fi;
		task[from].state = awaiting;
		task[from].peer = to;
		CountMessage(from);
		Own(to, from);
		Give(from, to);
		task[from].message = delivered;
		task[from].holder = to;
		Overtake(from);
		Wake(to, done)
	:: else
	fi
}

/* Each message has a key of its own. Only whether two are equal matters, so that keys are not numbered here. */
inline CountMessage(t) {
#ifdef MUTANT_KEY_NOT_COUNTED
	task[t].repeats = true
#else
	task[t].repeats = false
#endif
}

/* Moves a reply to a sender that waits for it; where that has no room for the handle, it is told so. */
inline Answer(from, to) {
	assert(task[to].message == delivered && task[to].holder == from);
	isGood = task[from].gift == NOTHING || task[to].room > 0;
#ifndef MUTANT_REPLY_RIGHT_KEPT
	Disown(from, to);
#endif
	Forget(to);
	if
	:: isGood -> Give(from, to); Wake(to, done)
	:: else -> task[from].gift = NOTHING; task[from].moved = 0; Wake(to, noHandleFree)
	fi
}

/* A task that the current one woke in the same call takes over its turn, should the current one wait now. */
inline HandOver(t) {
#ifdef TURNS
	if
	:: task[current].state != ready && task[t].state == ready ->
		TakeOut(turns, t);
		turns!t;
		for (i : 2 .. len(turns)) {
			turns?at;
			turns!at
		}
	:: else
	fi
#endif
	skip
}
