/* What the kernel knows of each task: Kernel/Tasks/Task.cs, HandleEntry.cs. */

#define NOBODY TASKS    /* no task */
#define GONE TASKS      /* the target of an entry whose task has ended */
#define NOTHING ENTRIES /* no entry */

mtype = { none, ready, receiving, sending, awaiting, waiting };               /* states */
mtype = { unused, other, child, ended };                                      /* marks */
mtype = { nothing, done, badHandle, noRight, badSender, wouldDeadlock, noChild, noHandleFree, peerGone };
mtype = { nowhere, underway, delivered };                                     /* where a message is */

/*
 * An entry of a handle table. No serial is ever used twice: an entry whose task has ended can be told from all others
 * for ever, so that GONE stands for all of these.
 */
typedef Entry {
	mtype mark = unused;
	byte target;
	bit weak;  /* the right to send, and no other */
	byte next; /* the next free entry, where TURNS counts */
}

typedef Task {
	mtype state = none;
	byte peer = NOBODY;
	byte client;
	byte awaited = NOTHING;
	byte gift = NOTHING; /* the handle in its message, while that waits */
	bit moved;
	chan senders = [TASKS] of { byte };
	chan owed = [TASKS] of { byte };
	chan waiters = [TASKS] of { byte };
	Entry entry[ENTRIES];
	byte room = ENTRIES; /* free entries */
	byte free;

	/* What only the truths ask. */
	mtype message = nowhere;
	byte holder = NOBODY; /* who received its message and has not answered */
	byte before;          /* who waited for the same receiver when it came, a bit for each */
	bit repeats;          /* its present reply key is one that was given out before */
}

Task task[TASKS];
byte forks = FORKS;
byte gifts = GIFTS;
byte edits = EDITS;

/* The results of one call; they and what follows mean nothing between calls. */
hidden mtype result[TASKS];
hidden byte place, i, j, at, peer, receiver, count, places, waits, parented, seen, parents, hopeful;
hidden byte isGood;
