/* A call that does nothing, and 32 bytes to another process and back. */
#include "bench.h"

#include <linux/futex.h>
#include <linux/net.h>

#define ROUNDS 1000
#define AF_UNIX 1
#define SOCK_STREAM 1
#define SOCK_SEQPACKET 5
#define BYTES 32

static int s_request[2], s_reply[2];
static int s_bytes;
static volatile int *s_turn;

static void nothing(u64 count)
{
    while (count--)
        CALL(__NR_getppid);
}

static void ask(u64 count)
{
    u8 buffer[BYTES];
    while (count--) {
        CALL(__NR_write, s_request[1], buffer, s_bytes);
        must("read", CALL(__NR_read, s_reply[0], buffer, s_bytes));
    }
}

static void answer(void)
{
    u8 buffer[BYTES];
    must("read", CALL(__NR_read, s_request[0], buffer, s_bytes));
    CALL(__NR_write, s_reply[1], buffer, s_bytes);
}

static void wait_for(int turn)
{
    while (*s_turn != turn)
        CALL(__NR_futex, s_turn, FUTEX_WAIT, !turn, 0, 0, 0);
}

static void give_turn(int turn)
{
    *s_turn = turn;
    CALL(__NR_futex, s_turn, FUTEX_WAKE, 1, 0, 0, 0);
}

/* The bytes lie in memory that both have, and are read where they are. */
static void ask_by_futex(u64 count)
{
    while (count--) {
        give_turn(1);
        wait_for(0);
    }
}

static void answer_by_futex(void)
{
    wait_for(1);
    give_turn(0);
}

static void measure(const char *way, void (*client)(u64), void (*server)(void))
{
    int process = start(server);
    report("round-trip", way, least(ROUNDS, client));
    stop(process);
}

static void measure_ends(const char *way, int bytes)
{
    s_bytes = bytes;
    measure(way, ask, answer);
    CALL(__NR_close, s_request[0]);
    CALL(__NR_close, s_request[1]);
    CALL(__NR_close, s_reply[0]);
    CALL(__NR_close, s_reply[1]);
}

static void measure_socket(const char *way, int type)
{
    int ends[2];
    must("socketpair", CALL(__NR_socketpair, AF_UNIX, type, 0, ends));
    s_request[1] = s_reply[0] = ends[0];
    s_request[0] = s_reply[1] = ends[1];
    measure_ends(way, BYTES);
}

void measure_calls(void)
{
    report("null-call", "getppid", least(ROUNDS, nothing));

    /* Eight bytes, and no more. */
    s_request[0] = s_request[1] = must("eventfd", CALL(__NR_eventfd2, 0, 0));
    s_reply[0] = s_reply[1] = must("eventfd", CALL(__NR_eventfd2, 0, 0));
    measure_ends("eventfd", sizeof(u64));

    must("pipe", CALL(__NR_pipe2, s_request, 0));
    must("pipe", CALL(__NR_pipe2, s_reply, 0));
    measure_ends("pipe", BYTES);
    measure_socket("socket-stream", SOCK_STREAM);
    measure_socket("socket-packets", SOCK_SEQPACKET);

    s_turn = (volatile int *)map_shared(PAGE);
    *s_turn = 0;
    measure("futex", ask_by_futex, answer_by_futex);
    unmap((void *)s_turn, PAGE);
}
