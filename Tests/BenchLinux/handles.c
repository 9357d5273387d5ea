/* A right to another process and back: a file descriptor in a message of a Unix socket. */
#include "bench.h"

#define ROUNDS 1000
#define AF_UNIX 1
#define SOCK_STREAM 1
#define SOL_SOCKET 1
#define SCM_RIGHTS 1

struct vector {
    void *at;
    u64 bytes;
};

/* One descriptor, as sendmsg and recvmsg want it: cmsghdr in linux/socket.h. */
struct gift {
    u64 length;
    int level, type;
    int descriptor, padding;
};

struct message {
    void *name;
    int name_length;
    struct vector *vectors;
    u64 count;
    struct gift *control;
    u64 control_length;
    int flags;
};

static int s_client, s_server;

static long transfer(long call, int socket, struct gift *gift)
{
    u8 byte = 0;
    struct vector vector = { &byte, 1 };
    struct message message = { .vectors = &vector, .count = 1, .control = gift, .control_length = sizeof *gift };
    return must("a descriptor", CALL(call, socket, &message, 0));
}

/* Given away means: the giver has it no more. */
static void send_gift(int socket, int descriptor)
{
    struct gift gift = { 16 + sizeof(int), SOL_SOCKET, SCM_RIGHTS, descriptor, 0 };
    transfer(__NR_sendmsg, socket, &gift);
    CALL(__NR_close, descriptor);
}

static int receive_gift(int socket)
{
    struct gift gift;
    transfer(__NR_recvmsg, socket, &gift);
    return gift.descriptor;
}

static void ask(u64 count)
{
    int descriptor = must("dup", CALL(__NR_dup, 1));
    while (count--) {
        send_gift(s_client, descriptor);
        descriptor = receive_gift(s_client);
    }
    CALL(__NR_close, descriptor);
}

static void answer(void)
{
    send_gift(s_server, receive_gift(s_server));
}

void measure_handles(void)
{
    int ends[2];
    must("socketpair", CALL(__NR_socketpair, AF_UNIX, SOCK_STREAM, 0, ends));
    s_client = ends[0];
    s_server = ends[1];
    int process = start(answer);
    report("round-trip-handles", "socket-descriptors", least(ROUNDS, ask));
    stop(process);
    CALL(__NR_close, s_client);
    CALL(__NR_close, s_server);
}
