# gdb's first commands for the kernel. "./build.sh debug" gives it this file, the symbols and the machine.
# By hand, from the top folder of the tree, with a machine waiting ("./build.sh debug --no-gdb --kernel"):
#
#     gdb -x qemu/kernel.gdb artifacts/image/kernel.elf -ex "connect-kernel 1234"
#
# Where to look first:
#
#     continue            boot up to kmain, the kernel's first C#
#     step, next, finish  by lines of C#
#     info locals         the values of this method
#     bt                  how we got here
#     info functions Xyz  find a method's symbol; then "hbreak" it
#     monitor info mem    the page tables in effect, from QEMU (any word of QEMU's monitor works)
#     monitor info registers

set pagination off
set confirm off
set disassembly-flavor intel

# The compiler writes paths as /src/..., whatever folder the tree lies in; gdb runs in the tree's top folder.
set substitute-path /src .

# A trap entry of the kernel is a frame that cannot be unwound further; a limit keeps backtraces short.
set backtrace limit 64

define connect-kernel
    target remote localhost:$arg0
    # A hardware breakpoint: the kernel's pages are not mapped yet while the machine stands at its first instruction.
    hbreak kmain
end
document connect-kernel
Attach to a machine that waits at this port of the host, and set a breakpoint at the kernel's first C#.
end
