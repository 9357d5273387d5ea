/* A line for each call, for whoever does the same with the kernel itself. */

mtype = { send, receive, reply, replyReceive, kill, wait, waitAny, exit, fork, duplicate, close, yield, trap };
hidden mtype call;

/* The call, who runs then, and of each task: its state, whom it waits for, what it is told, and its handles. */
inline Print() {
#ifdef STEPS
	printf("%e %d %d %d %d %d %d %d", call, me, entry, other_side, flag, gift, isMove, current);
	for (i : 0 .. TASKS - 1) {
		printf(" | %e %d %e", task[i].state, task[i].peer, result[i]);
		for (j : 0 .. ENTRIES - 1) {
			printf(" %e %d %d", ENTRY(i, j).mark, ENTRY(i, j).target, ENTRY(i, j).weak)
		};
		result[i] = nothing
	};
	printf("\n");
#endif
	skip
}
