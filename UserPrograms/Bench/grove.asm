; Tasks that fork and wait in registers alone, with one page of code and nothing else: what a task is charged at least.

        global  plant_grove

RECEIVE         equ 2                   ; Kernel/Abi/SystemCall.cs
EXIT            equ 6
FORK            equ 7
CLOSE           equ 13
UNMAP           equ 15
PAGE            equ 4096
USER_END        equ 0x7FFFFFFFF000      ; Kernel/Memory/PageRange.cs

        section .text
        align   256                     ; all of it on one page
; void plant_grove(ulong doublings): no task returns. One that is refused something ends, with the error.
plant_grove:
        mov     rbx, rdi
        lea     r12, [rel plant_grove]
        and     r12, -PAGE
        mov     edi, PAGE
        lea     rsi, [r12 - PAGE]
        mov     eax, UNMAP
        syscall
        test    rax, rax
        js      .refused
        lea     rdi, [r12 + PAGE]
        mov     rsi, USER_END
        sub     rsi, rdi
        mov     eax, UNMAP
        syscall
        test    rax, rax
        js      .refused

; Both go on with the next doubling; nobody asks for the other one, and handles are few.
.next:
        mov     eax, FORK
        syscall
        test    rax, rax
        js      .refused
        mov     rdi, rax
        mov     eax, CLOSE
        syscall
        dec     rbx
        jnz     .next

; Receive, with no buffer: nobody knows this task, so nothing comes.
.wait:
        xor     edx, edx
        xor     r8d, r8d
        mov     eax, RECEIVE
        syscall
        jmp     .wait

.refused:
        mov     rdi, rax
        neg     rdi
        mov     eax, EXIT
        syscall
