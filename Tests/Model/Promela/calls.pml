/* The system calls: Kernel/Syscalls. Each is one step, because the kernel is not interrupted. */

/* The task behind a handle that must carry more than the right to send, or not: `at`, and what is wrong: `found`. */
inline Find(t, e, needsAll) {
	at = NOBODY;
	if
	:: ENTRY(t, e).mark == unused -> result[t] = badHandle
	:: ENTRY(t, e).mark != unused && needsAll && ENTRY(t, e).weak -> result[t] = noRight
	:: else ->
		if
		:: ENTRY(t, e).target == GONE -> result[t] = peerGone
		:: else -> peer = ENTRY(t, e).target; result[t] = nothing
		fi
	fi
}

inline HasGift(t) {
	isGood = task[t].gift == NOTHING || ENTRY(t, task[t].gift).mark != unused
}

inline Refuse(t, what) {
	task[t].gift = NOTHING;
	task[t].moved = 0;
	result[t] = what
}

inline Send(t, e) {
	Find(t, e, false);
	if
	:: result[t] != nothing -> Refuse(t, result[t])
	:: else ->
#ifdef MUTANT_SEND_CLOSES_CIRCLES
		isGood = peer != t;
#else
		AskWhetherItEnds(peer, t);
#endif
		if
		:: !isGood -> CheckRefusal(t, peer); Refuse(t, wouldDeadlock)
		:: else ->
			HasGift(t);
			if
			:: isGood -> Offer(t)
			:: else -> Refuse(t, badHandle)
			fi
		fi
	fi
}

/* Hands the message to `peer` at once, or lets it wait. A receiver without room is told so, and the message stays. */
inline Offer(t) {
	receiver = peer;
	task[t].message = underway;
	isGood = false;
	if
	:: task[receiver].state == receiving ->
		Deliver(t, receiver);
		if
		:: isGood -> HandOver(receiver)
#ifndef MUTANT_RECEIVER_WITHOUT_ROOM_WAITS
		:: else -> Wake(receiver, noHandleFree)
#else
		:: else
#endif
		fi
	:: else
	fi;
	if
	:: task[t].message == underway ->
		task[t].state = sending;
		task[t].peer = receiver;
		for (i : 0 .. TASKS - 1) {
			if
			:: task[receiver].senders??[eval(i)] -> task[t].before = task[t].before | (1 << i)
			:: else
			fi
		};
		task[receiver].senders!t
	:: else
	fi
}

inline Receive(t) {
	if
	:: len(task[t].senders) == 0 -> task[t].state = receiving
	:: else ->
#ifdef MUTANT_LAST_SENDER_FIRST
		count = len(task[t].senders);
		for (i : 2 .. count) {
			task[t].senders?receiver;
			task[t].senders!receiver
		}
#endif
		task[t].senders?<receiver>;
		Deliver(receiver, t);
		if
		:: isGood
		:: else -> result[t] = noHandleFree
		fi
	fi
}

#ifdef MUTANT_REPLY_TO_WHO_DOES_NOT_WAIT
#define WAITS(t) (task[t].state != none)
#else
#define WAITS(t) (task[t].state == awaiting)
#endif

#ifdef MUTANT_ANYBODY_REPLIES
#define WAITS_FOR(t, whom) true
#else
#define WAITS_FOR(t, whom) (task[t].peer == whom)
#endif

/* A program may try any key: a client's latest, or one from before. */
inline TryAnswer(t, to, isLatest) {
	if
	:: (isLatest || task[to].repeats) && WAITS(to) && WAITS_FOR(to, t) ->
		HasGift(t);
		if
		:: isGood ->
			assert(isLatest);
			Answer(t, to);
			result[t] = done
		:: else -> Refuse(t, badHandle)
		fi
	:: else -> Refuse(t, badSender)
	fi
}

inline ReplyReceive(t, to, isLatest) {
	TryAnswer(t, to, isLatest);
	if
	:: result[t] == badSender -> result[t] = nothing; Receive(t)
	:: result[t] == done -> result[t] = nothing; Receive(t); HandOver(to)
	:: else
	fi
}

inline Kill(t, e) {
	Find(t, e, true);
	if
	:: result[t] == nothing -> result[t] = done; receiver = peer; End(receiver)
	:: else
	fi
}

inline Wait(t, e) {
	if
	:: ENTRY(t, e).mark == ended -> Drop(t, e); result[t] = done
	:: else ->
		Find(t, e, true);
		if
		:: result[t] == nothing ->
#ifdef MUTANT_WAIT_CLOSES_CIRCLES
			isGood = true;
#else
			AskWhetherItEnds(peer, t);
#endif
			if
			:: !isGood -> CheckRefusal(t, peer); result[t] = wouldDeadlock
			:: else ->
				task[t].state = waiting;
				task[t].peer = peer;
				task[t].awaited = e;
				task[peer].waiters!t
			fi
		:: else
		fi
	fi
}

inline WaitForAny(t) {
	result[t] = noChild;
	for (i : 0 .. ENTRIES - 1) {
		if
		:: ENTRY(t, i).mark == ended && result[t] != done -> Drop(t, i); result[t] = done
		:: ENTRY(t, i).mark == child && result[t] != done -> result[t] = nothing
		:: else
		fi
	};
	if
	:: result[t] == nothing ->
#ifdef MUTANT_WAIT_FOR_ANY_CLOSES_CIRCLES
		isGood = true;
#else
		AskWhetherAnyEnds(t);
#endif
		if
		:: isGood -> task[t].state = waiting
		:: else -> CheckRefusalOfAny(t); result[t] = wouldDeadlock
		fi
	:: else
	fi
}

/* The child is the task `c`, which is none yet. */
inline Fork(t, c) {
	if
	:: task[t].room == 0 -> result[t] = noHandleFree
	:: else ->
		Inherit(c, t);
		Add(t, c, child, 0);
		Add(c, t, other, 1);
		task[c].client = c;
		task[c].state = ready;
		result[t] = done;
		result[c] = done;
#ifdef TURNS
		turns!c
#endif
	fi
}

inline Duplicate(t, e, isWeak) {
	Find(t, e, !isWeak);
	if
	:: result[t] == nothing && task[t].room == 0 -> result[t] = noHandleFree
	:: result[t] == nothing && task[t].room > 0 -> Add(t, peer, other, isWeak); result[t] = done
	:: else
	fi
}

inline Close(t, e) {
	if
	:: ENTRY(t, e).mark == unused -> result[t] = badHandle
	:: else -> Drop(t, e); result[t] = done
	fi
}
