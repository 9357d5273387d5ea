/*
 * The rendezvous of messages and the ends of tasks, where programs make any calls with any handles and keys.
 * docs/model.md says what is left out.
 *
 * TASKS live at a time, and each has ENTRIES handles at most. FORKS, GIFTS and EDITS limit how often in a run tasks are
 * made, handles given, and handles duplicated or closed; all other calls come in any number and order. Who runs next is
 * any task that can. turns.pml has
 * the kernel's own choice.
 */

#include "records.pml"
#include "handles.pml"
#include "messages.pml"
#include "circles.pml"
#include "endings.pml"
#include "calls.pml"
#include "truths.pml"
#include "choices.pml"
#include "printing.pml"

byte me, entry, other_side;
byte gift = NOTHING;
bit flag, isMove;

#include "turns.pml"

/* The handle that goes with the message. */
inline Enclose() {
	task[me].gift = gift;
	task[me].moved = isMove
}

inline MakeTask() {
	d_step { call = fork; forks--; FindSlot(other_side); Fork(me, other_side) }
}

/* One call of the task `me`. */
inline Call() {
	if
	:: HAS_CHOICE(me) -> PickEntry(me, entry); PickGift(me); d_step { call = send; Enclose(); Send(me, entry) }
	:: d_step { call = receive; Receive(me) }
	:: PickTask(other_side); PickFlag(flag); PickGift(me);
		d_step { call = reply; Enclose(); TryAnswer(me, other_side, flag) }
	:: PickTask(other_side); PickFlag(flag); PickGift(me);
		d_step { call = replyReceive; Enclose(); ReplyReceive(me, other_side, flag) }
	:: HAS_CHOICE(me) -> PickEntry(me, entry); d_step { call = kill; Kill(me, entry) }
	:: HAS_CHOICE(me) -> PickEntry(me, entry); d_step { call = wait; Wait(me, entry) }
	:: d_step { call = waitAny; WaitForAny(me) }
	:: MAY_EXIT -> d_step { call = exit; End(me) }
	:: forks > 0 && SOMEBODY(none) -> MakeTask()
	:: edits > 0 && HAS_CHOICE(me) ->
		PickEntry(me, entry); PickFlag(flag); d_step { call = duplicate; edits--; Duplicate(me, entry, flag) }
	:: edits > 0 && HAS_CHOICE(me) -> PickEntry(me, entry); d_step { call = close; edits--; Close(me, entry) }
#ifdef TURNS
	:: d_step { call = yield; Yield() }
#endif
	fi
}

inline AfterCall() {
	d_step {
		Dispatch();
#ifndef STEPS
		CheckTruths();
#endif
		CountStep();
		Print();
		me = 0;
		entry = 0;
		other_side = 0;
		gift = NOTHING;
		flag = 0;
		isMove = 0
	}
}

active proctype Kernel() {
	d_step { Begin() };
	do
	:: atomic { CAN_CALL && CAN_GO_ON -> PickCaller(); Call(); AfterCall() }
#ifdef STEPS
	:: atomic { CAN_CALL && steps < STEPS && NEEDS_TASKS -> PickCaller(); MakeTask(); AfterCall() }
	:: atomic { !CAN_CALL && living > 1 && steps < STEPS ->
		PickOneThatIsNot(me, none); d_step { call = trap; End(me) }; AfterCall() }
	:: atomic { (steps >= STEPS || (!CAN_CALL && living <= 1)) && runs < RUNS -> d_step { BeginAnew() } }
	:: runs == RUNS -> printf("end\n"); break
#else
	:: atomic { !SOMEBODY(ready) ->
		if
		:: !SOMEBODY(receiving) -> goto end_nobody_is_left
		:: else -> goto end_all_wait_for_messages
		fi
	}
#endif
	od;
end_nobody_is_left: false;
end_all_wait_for_messages: false
}
