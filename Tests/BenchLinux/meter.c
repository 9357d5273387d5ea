/* Measuring, second processes and memory. */
#include "bench.h"

#include <asm/signal.h>
#include <linux/mman.h>

#define REPETITIONS 5

u64 least(u64 count, void (*work)(u64 count))
{
    work(count);
    u64 best = ~0UL;
    for (int i = 0; i < REPETITIONS; i++) {
        u64 before = now();
        work(count);
        u64 taken = now() - before;
        best = taken < best ? taken : best;
    }
    return (best + count - 1) / count;
}

int start(void (*work)(void))
{
    int process = must("fork", CALL(__NR_fork));
    if (process == 0)
        for (;;)
            work();
    return process;
}

void stop(int process)
{
    must("kill", CALL(__NR_kill, process, SIGKILL));
    must("wait", CALL(__NR_wait4, process, 0, 0, 0));
}

static u8 *map(u64 bytes, int flags)
{
    return (u8 *)must(
        "mmap", CALL(__NR_mmap, 0, bytes, PROT_READ | PROT_WRITE, MAP_ANONYMOUS | flags, -1, 0));
}

u8 *map_private(u64 bytes)
{
    u8 *at = map(bytes, MAP_PRIVATE);
    must("madvise", CALL(__NR_madvise, at, bytes, MADV_NOHUGEPAGE));
    return at;
}

u8 *map_shared(u64 bytes)
{
    return map(bytes, MAP_SHARED);
}

void unmap(void *at, u64 bytes)
{
    must("munmap", CALL(__NR_munmap, at, bytes));
}

void touch(u8 *at, u64 bytes)
{
    for (u64 i = 0; i < bytes; i += PAGE)
        ((volatile u8 *)at)[i] = 1;
}
