; Where a program begins, and how it calls the kernel (docs/system-calls.md). System V calling convention towards C#.

        global  _start, call_kernel
        global  RhpReversePInvoke, RhpReversePInvokeReturn, RhpFallbackFailFast, __security_cookie
        extern  OnStart, OnStackDamage

        section .start
_start:                                 ; RDI: arguments, RSI: their length, RDX: the parent, RAX: given handles
        mov     rcx, rax
        xor     ebp, ebp
        call    OnStart
        ud2

        section .text
RhpReversePInvoke:
RhpReversePInvokeReturn:
        ret

RhpFallbackFailFast:
        jmp     OnStackDamage

; long call_kernel(ulong number, Registers* registers): six arguments from there, four results to there.
        align   16
call_kernel:
        push    rbx
        push    rsi
        mov     rax, rdi
        mov     r11, rsi
        mov     rbx, [r11 + 48]
        movups  xmm0, [r11 + 56]
        movups  xmm1, [r11 + 72]
        mov     rdi, [r11]
        mov     rsi, [r11 + 8]
        mov     rdx, [r11 + 16]
        mov     r10, [r11 + 24]
        mov     r8, [r11 + 32]
        mov     r9, [r11 + 40]
        syscall
        pop     r11
        mov     [r11], rax
        mov     [r11 + 8], rdx
        mov     [r11 + 16], rsi
        mov     [r11 + 24], rdi
        movups  [r11 + 56], xmm0
        movups  [r11 + 72], xmm1
        pop     rbx
        ret

        section .rodata
        align   8
__security_cookie:
        dq      0x5ad00dfee1900d00
