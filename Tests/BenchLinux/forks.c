/* A child that ends at once and is waited for, from processes of different sizes. */
#include "bench.h"

#include <linux/mman.h>

#define ROUNDS 20

static void fork_and_wait(u64 count)
{
    while (count--) {
        int child = must("fork", CALL(__NR_fork));
        if (child == 0)
            CALL(__NR_exit_group, 0);
        must("wait", CALL(__NR_wait4, child, 0, 0, 0));
    }
}

static void measure(const char *way, int advice)
{
    /* Whole pages of 2 MiB, wherever the mapping lies. */
    u8 *whole = map_private(260 * MIB);
    u8 *at = (u8 *)(((u64)whole + 2 * MIB - 1) & -(2 * MIB));
    must("madvise", CALL(__NR_madvise, at, 256 * MIB, advice));
    touch(at, MIB);
    report("fork-exit-wait-1MiB", way, least(ROUNDS, fork_and_wait));
    touch(at, 256 * MIB);
    report("fork-exit-wait-256MiB", way, least(ROUNDS, fork_and_wait));
    unmap(whole, 260 * MIB);
}

void measure_forks(void)
{
    measure("pages-of-4KiB", MADV_NOHUGEPAGE);
    measure("pages-of-2MiB", MADV_HUGEPAGE);
}
