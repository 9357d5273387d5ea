; The entry of debug exceptions. A program that sets the trap flag and calls the kernel can get its exception behind
; SYSCALL: in ring 0, before the first instruction there, and on the program's own stack were there no other (Intel SDM
; vol. 3, 6.14.5). Bochs delivers it so; QEMU does not. It is none of the kernel's: the call goes on, without the flag.
;
; The stack is that of #MC, which ends the kernel anyway. Any other debug exception goes the general way on it, and
; leaves it by the next way out, or panics.

        section .text
        global  trap_debug
        extern  system_call_entry, trap_vectors

%include "layout.inc"

        align   16
trap_debug:
        push    rax
        lea     rax, [rel system_call_entry]
        cmp     [rsp + 8], rax          ; RIP: a program that jumps there faults next
        pop     rax
        jne     trap_vectors + DEBUG * TRAP_STUB_SIZE
        iretq
