/* What a program may choose: of handles only its own, and, with STEPS, one that may be none. */

#ifdef STEPS
#define IS_CHOICE(t, e) (ENTRY(t, e).mark != unused || e == 0)
#define HAS_CHOICE(t) true
#else
#define IS_CHOICE(t, e) (ENTRY(t, e).mark != unused)
#define HAS_CHOICE(t) (task[t].room < ENTRIES)
#endif

#define IS(t, s) (task[t].state == s)
#if TASKS == 3
#define SOMEBODY(s) (IS(0, s) || IS(1, s) || IS(2, s))
#elif TASKS == 4
#define SOMEBODY(s) (IS(0, s) || IS(1, s) || IS(2, s) || IS(3, s))
#elif TASKS == 5
#define SOMEBODY(s) (IS(0, s) || IS(1, s) || IS(2, s) || IS(3, s) || IS(4, s))
#endif

inline PickTask(t) {
	if
	:: t = 0
	:: t = 1
	:: t = 2
#if TASKS > 3
	:: t = 3
#endif
#if TASKS > 4
	:: t = 4
#endif
#ifdef STEPS
	:: t = task[me].client
	:: t = task[me].client
	:: t = task[me].client
#endif
	fi
}

inline PickOneThatIs(t, s) {
	if
	:: IS(0, s) -> t = 0
	:: IS(1, s) -> t = 1
	:: IS(2, s) -> t = 2
#if TASKS > 3
	:: IS(3, s) -> t = 3
#endif
#if TASKS > 4
	:: IS(4, s) -> t = 4
#endif
	fi
}

inline PickOneThatIsNot(t, s) {
	if
	:: !IS(0, s) -> t = 0
	:: !IS(1, s) -> t = 1
	:: !IS(2, s) -> t = 2
#if TASKS > 3
	:: !IS(3, s) -> t = 3
#endif
#if TASKS > 4
	:: !IS(4, s) -> t = 4
#endif
	fi
}

/* A record that is nobody's: the first, as all are alike. */
inline FindSlot(t) {
	t = 0;
	do
	:: IS(t, none) -> break
	:: else -> t++
	od
}

inline PickEntry(t, e) {
	if
	:: IS_CHOICE(t, 0) -> e = 0
	:: IS_CHOICE(t, 1) -> e = 1
#if ENTRIES > 2
	:: IS_CHOICE(t, 2) -> e = 2
#endif
#if ENTRIES > 3
	:: IS_CHOICE(t, 3) -> e = 3
#endif
#if ENTRIES > 4
	:: IS_CHOICE(t, 4) -> e = 4
#endif
	fi
}

inline PickFlag(f) {
	if
	:: f = 0
	:: f = 1
	fi
}

/* Whether a handle goes with the message, and whether it is moved. */
inline PickGift(t) {
	if
	:: gift = NOTHING
	:: gifts > 0 && HAS_CHOICE(t) -> gifts--; PickEntry(t, gift); PickFlag(isMove)
	fi
}
