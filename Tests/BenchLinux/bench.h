/* What the parts of the program share. There is no C library: a call is one instruction, and nothing is in its way. */
#pragma once

#include <asm/unistd.h>
#include <linux/types.h>

typedef __u64 u64;
typedef __u8 u8;

#define KIB (1UL << 10)
#define MIB (1UL << 20)
#define PAGE (4 * KIB)

/* A system call; the result, or an error below 0. */
#define CALL(number, ...) CALL_OF(number, ##__VA_ARGS__, 0, 0, 0, 0, 0, 0)
#define CALL_OF(number, a, b, c, d, e, f, ...) \
    system_call(number, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))

static inline __attribute__((always_inline)) long system_call(
    long number, long a, long b, long c, long d, long e, long f)
{
    register long r10 asm("r10") = d;
    register long r8 asm("r8") = e;
    register long r9 asm("r9") = f;
    long result;
    asm volatile("syscall"
                 : "=a"(result)
                 : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                 : "rcx", "r11", "memory");
    return result;
}

/* The time-stamp counter: in QEMU with -icount shift=0 it counts instructions. */
static inline u64 now(void)
{
    __u32 low, high;
    asm volatile("rdtsc" : "=a"(low), "=d"(high) : : "memory");
    return (u64)high << 32 | low;
}

/* start.c */

/* A result that must not be an error: says what failed, and ends the machine. */
long must(const char *what, long result);

/* Writes "linux FIGURE WAY VALUE". */
void report(const char *figure, const char *way, u64 value);

/* meter.c */

/* What one of so many pieces of work costs, rounded up: of several runs, after one for nothing, the least. */
u64 least(u64 count, void (*work)(u64 count));

/* A second process that does something for ever. */
int start(void (*work)(void));
void stop(int process);

/* Memory of one's own, in pages of 4 KiB; and memory that processes forked later share. */
u8 *map_private(u64 bytes);
u8 *map_shared(u64 bytes);
void unmap(void *at, u64 bytes);
void touch(u8 *at, u64 bytes);

/* One file for each group of figures. */
void measure_calls(void);
void measure_handles(void);
void measure_yield(void);
void measure_messages(void);
void measure_forks(void);
void measure_pages(void);
