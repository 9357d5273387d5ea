/*
 * Who runs: any task that can, or, with TURNS, whom the kernel would choose (Core.Dispatch). With STEPS, RUNS runs of
 * so many calls follow one another, each of at least three tasks if that can be.
 */

#ifdef TURNS
byte current;
chan turns = [TASKS] of { byte };
#define CAN_CALL (current != NOBODY)
#else
#define CAN_CALL SOMEBODY(ready)
#endif

#ifdef STEPS
byte steps;
short runs;
byte living = 1;
#define NEEDS_TASKS (living < 3 && task[current].room > 0 && forks > 0)
#define MAY_EXIT (living > 3)
#define CAN_GO_ON (steps < STEPS && !NEEDS_TASKS)
#else
#define MAY_EXIT true
#define CAN_GO_ON true
#endif

inline PickCaller() {
#ifdef TURNS
	me = current
#else
	PickOneThatIs(me, ready)
#endif
}

inline Yield() {
#ifdef TURNS
	turns!me;
	turns?current;
	result[me] = done;
#endif
	skip
}

inline Dispatch() {
#ifdef TURNS
	if
	:: current == NOBODY || task[current].state != ready ->
		if
		:: turns?current
		:: empty(turns) -> current = NOBODY
		fi
	:: else
	fi
#endif
	skip
}

/* One task, with nothing. */
inline Begin() {
	for (j : 0 .. TASKS - 1) {
		Clear(j);
		task[j].client = j;
		result[j] = nothing
	};
	task[0].state = ready
}

/* The end of a run, and the next one's beginning. */
inline BeginAnew() {
#ifdef STEPS
	for (other_side : 0 .. TASKS - 1) {
		if
		:: task[other_side].state != none -> End(other_side)
		:: else
		fi
	};
	Begin();
	printf("begin\n");
	current = 0;
	living = 1;
	steps = 0;
	runs++;
	forks = FORKS;
	gifts = GIFTS;
	edits = EDITS;
	other_side = 0
#endif
	skip
}

inline CountStep() {
#ifdef STEPS
	steps++;
	living = 0;
	for (i : 0 .. TASKS - 1) {
		living = living + (task[i].state != none)
	}
#endif
	skip
}
