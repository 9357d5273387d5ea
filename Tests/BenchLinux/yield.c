/* The processor goes to another process and back because each gives it up. */
#include "bench.h"

#include <linux/sched.h>

#define ROUNDS 2000

static volatile struct {
    int last;
    u64 switches;
} *s_shared;

/* Linux may let the one that yields go on: what is counted are the changes, not the calls. */
static void yield_as(int self)
{
    if (s_shared->last != self) {
        s_shared->last = self;
        s_shared->switches++;
    }
    CALL(__NR_sched_yield);
}

static void other(void)
{
    yield_as(1);
}

static void yield_until_switched(u64 count)
{
    u64 end = s_shared->switches + count;
    while (s_shared->switches < end)
        yield_as(0);
}

static void measure(const char *way)
{
    int process = start(other);
    report("yield", way, least(ROUNDS, yield_until_switched));
    stop(process);
}

static void set_scheduler(int policy, int priority)
{
    struct { int priority; } parameter = { priority };
    must("sched_setscheduler", CALL(__NR_sched_setscheduler, 0, policy, &parameter));
}

void measure_yield(void)
{
    s_shared = (void *)map_shared(PAGE);
    measure("sched_yield");
    set_scheduler(SCHED_FIFO, 1);
    measure("sched_yield-real-time");
    set_scheduler(SCHED_NORMAL, 0);
    unmap((void *)s_shared, PAGE);
}
