; Tasks that fork and wait in registers alone: one that touched its stack would need pages of its own.

        global  grow_grove

RECEIVE         equ 2                   ; Kernel/Abi/SystemCall.cs
FORK            equ 7
CLOSE           equ 13

        section .text
; ulong grow_grove(ulong doublings): in the task that called; the others never return. 0, or the error of a fork.
grow_grove:
        push    rbx
        push    r12
        push    r13
        mov     rbx, rdi
        xor     r12d, r12d              ; not 0: a task that was made here
        xor     r13d, r13d
.next:
        mov     eax, FORK
        syscall
        test    rax, rax
        js      .refused
        test    edx, edx
        jz      .parent
        mov     r12d, 1
.parent:
        mov     rdi, rax                ; nobody asks for the others, and handles are few
        mov     eax, CLOSE
        syscall
        dec     rbx
        jnz     .next
.all:
        test    r12d, r12d
        jnz     .wait
        mov     rax, r13
        pop     r13
        pop     r12
        pop     rbx
        ret

.refused:
        neg     rax
        mov     r13, rax
        jmp     .all

; Receive, with no buffer: nobody knows this task, so nothing comes.
.wait:
        xor     edx, edx
        xor     r8d, r8d
        mov     eax, RECEIVE
        syscall
        jmp     .wait
