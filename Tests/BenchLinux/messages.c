/* Long messages to another process, each followed by a short reply. */
#include "bench.h"

#include <linux/fcntl.h>
#include <linux/memfd.h>
#include <linux/mman.h>

#define ROUNDS 20
#define LARGEST MIB
#define AF_UNIX 1
#define SOCK_STREAM 1
#define SOL_SOCKET 1
#define SO_SNDBUF 7

struct vector {
    void *at;
    u64 bytes;
};

struct way {
    const char *name;
    void (*send)(void);
    void (*receive)(void);
};

/* Both processes have what is here at the same addresses. */
static u8 *s_source, *s_target;
static u64 s_offset, s_bytes;
static int s_stream[2], s_here, s_done, s_file;
static int s_server;
static const struct way *s_way;

static void signal_to(int event)
{
    u64 one = 1;
    CALL(__NR_write, event, &one, sizeof one);
}

static void wait_for(int event)
{
    u64 count;
    CALL(__NR_read, event, &count, sizeof count);
}

static void receive_stream(void)
{
    for (u64 got = 0; got < s_bytes;)
        got += must("read", CALL(__NR_read, s_stream[0], s_target + s_offset + got, s_bytes - got));
    signal_to(s_done);
}

static void send_stream(void)
{
    for (u64 sent = 0; sent < s_bytes;)
        sent += must("write", CALL(__NR_write, s_stream[1], s_source + s_offset + sent, s_bytes - sent));
    wait_for(s_done);
}

/* The pages go into the pipe as they are; the receiver copies. */
static void send_spliced(void)
{
    for (u64 sent = 0; sent < s_bytes;) {
        struct vector vector = { s_source + s_offset + sent, s_bytes - sent };
        sent += must("vmsplice", CALL(__NR_vmsplice, s_stream[1], &vector, 1, 0));
    }
    wait_for(s_done);
}

/* The sender writes into the receiver's memory. */
static void send_into(void)
{
    struct vector from = { s_source + s_offset, s_bytes };
    struct vector to = { s_target + s_offset, s_bytes };
    must("process_vm_writev", CALL(__NR_process_vm_writev, s_server, &from, 1, &to, 1, 0));
    signal_to(s_here);
    wait_for(s_done);
}

static void receive_written(void)
{
    wait_for(s_here);
    signal_to(s_done);
}

/* The data lie in a file in memory that both know; the receiver maps a copy of its own, and need not fault to read. */
static void send_file(void)
{
    signal_to(s_here);
    wait_for(s_done);
}

static void receive_file(void)
{
    wait_for(s_here);
    void *at = (void *)must("mmap", CALL(
        __NR_mmap, 0, s_bytes, PROT_READ, MAP_PRIVATE | MAP_POPULATE, s_file, 0));
    CALL(__NR_munmap, at, s_bytes);
    signal_to(s_done);
}

static void send_all(u64 count)
{
    while (count--)
        s_way->send();
}

static void serve(void)
{
    s_way->receive();
}

static void measure_way(const char *figure, const struct way *way)
{
    s_way = way;
    s_server = start(serve);
    report(figure, way->name, least(ROUNDS, send_all));
    stop(s_server);
}

static void measure(const char *figure, u64 bytes, u64 offset)
{
    static const struct way pipe = { "pipe", send_stream, receive_stream };
    static const struct way spliced = { "vmsplice", send_spliced, receive_stream };
    static const struct way socket = { "socket-stream", send_stream, receive_stream };
    static const struct way into = { "process_vm_writev", send_into, receive_written };
    static const struct way file = { "memfd", send_file, receive_file };

    s_bytes = bytes;
    s_offset = offset;
    must("pipe", CALL(__NR_pipe2, s_stream, 0));
    must("F_SETPIPE_SZ", CALL(__NR_fcntl, s_stream[1], F_SETPIPE_SZ, LARGEST));
    measure_way(figure, &pipe);
    measure_way(figure, &spliced);
    CALL(__NR_close, s_stream[0]);
    CALL(__NR_close, s_stream[1]);

    int buffer = 2 * LARGEST;
    must("socketpair", CALL(__NR_socketpair, AF_UNIX, SOCK_STREAM, 0, s_stream));
    must("SO_SNDBUF", CALL(__NR_setsockopt, s_stream[1], SOL_SOCKET, SO_SNDBUF, &buffer, sizeof buffer));
    measure_way(figure, &socket);
    CALL(__NR_close, s_stream[0]);
    CALL(__NR_close, s_stream[1]);

    measure_way(figure, &into);
    if (offset == 0)
        measure_way(figure, &file);
}

/* A file in memory that nobody can change any more. */
static int sealed_file(u64 bytes)
{
    int file = must("memfd_create", CALL(__NR_memfd_create, "message", MFD_ALLOW_SEALING));
    for (u64 written = 0; written < bytes;)
        written += must("write", CALL(__NR_write, file, s_source, bytes - written));
    must("seal", CALL(__NR_fcntl, file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK));
    return file;
}

void measure_messages(void)
{
    s_source = map_private(2 * LARGEST);
    s_target = map_private(2 * LARGEST);
    touch(s_source, 2 * LARGEST);
    touch(s_target, 2 * LARGEST);
    s_here = must("eventfd", CALL(__NR_eventfd2, 0, 0));
    s_done = must("eventfd", CALL(__NR_eventfd2, 0, 0));
    s_file = sealed_file(LARGEST);
    measure("message-4KiB", 4 * KIB, 0);
    measure("message-64KiB", 64 * KIB, 0);
    measure("message-1MiB", MIB, 0);
    measure("message-4KiB-unaligned", 4 * KIB, 1);
    measure("message-64KiB-unaligned", 64 * KIB, 1);
    measure("message-1MiB-unaligned", MIB, 1);
    CALL(__NR_close, s_here);
    CALL(__NR_close, s_done);
    CALL(__NR_close, s_file);
    unmap(s_source, 2 * LARGEST);
    unmap(s_target, 2 * LARGEST);
}
