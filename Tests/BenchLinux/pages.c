/* A page that is mapped and unmapped, and what the first write to a page costs. */
#include "bench.h"

#include <linux/mman.h>

#define ROUNDS 1000
#define REPETITIONS 4
#define ROOM (16 * PAGE)

static void map_and_unmap(u64 count)
{
    while (count--)
        unmap((void *)must("mmap", CALL(
            __NR_mmap, 0, PAGE, PROT_READ | PROT_WRITE, MAP_ANONYMOUS | MAP_PRIVATE, -1, 0)), PAGE);
}

static void map_write_and_unmap(u64 count)
{
    while (count--) {
        u8 *at = (u8 *)must("mmap", CALL(
            __NR_mmap, 0, PAGE, PROT_READ | PROT_WRITE, MAP_ANONYMOUS | MAP_PRIVATE, -1, 0));
        *(volatile u8 *)at = 1;
        unmap(at, PAGE);
    }
}

/* From the instruction before the write to the one behind it, without the two that read the counter. */
static u64 write(u8 *at)
{
    u64 before = now();
    *(volatile u8 *)at = 1;
    u64 taken = now() - before;
    before = now();
    *(volatile u8 *)at = 1;
    return taken - (now() - before);
}

static u64 smaller(u64 a, u64 b)
{
    return a < b ? a : b;
}

/* A child has the same pages until it is killed. */
static void wait_for_ever(void)
{
    CALL(__NR_pause);
}

void measure_pages(void)
{
    report("map-unmap-page", "mmap", least(ROUNDS, map_and_unmap));
    report("map-write-unmap-page", "mmap", least(ROUNDS, map_write_and_unmap));

    u64 demand = ~0UL, first = ~0UL, next = ~0UL, sole = ~0UL;
    for (int i = 0; i < REPETITIONS; i++) {
        u8 *at = map_private(ROOM);
        touch(at, PAGE);
        demand = smaller(demand, write(at + PAGE));
        touch(at, ROOM);
        int child = start(wait_for_ever);
        first = smaller(first, write(at));
        next = smaller(next, write(at + PAGE));
        stop(child);
        sole = smaller(sole, write(at + 2 * PAGE));
        unmap(at, ROOM);
    }
    report("demand-zero-fault", "mmap", demand);
    report("write-fault-first-after-fork", "fork", first);
    report("write-fault-copy", "fork", next);
    report("write-fault-sole", "fork", sole);
}
