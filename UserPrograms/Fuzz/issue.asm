; What C# cannot do: a system call with every register that the kernel reads given, and every one that it must not lose
; or must clear looked at.
; void issue(const CallFrame* asked, CallFrame* given): the layout is that of CallFrame.cs.

        global  issue

RAX_AT          equ 0 * 8
RDI_AT          equ 1 * 8
RSI_AT          equ 2 * 8
RDX_AT          equ 3 * 8
R10_AT          equ 4 * 8
R8_AT           equ 5 * 8
R9_AT           equ 6 * 8
RBX_AT          equ 7 * 8
XMM_AT          equ 8 * 8               ; XMM0 and XMM1
LOST_AT         equ 12 * 8
LEFT_AT         equ 13 * 8

KEPT            equ 0x5A17C0DE          ; in registers that a call keeps, and a multiple of it
SECRET          equ 0x0BADF00D          ; in registers that it clears

%macro differ 2                         ; register, what it must be; loses RCX, gathers in R11
        mov     ecx, %2
        xor     rcx, %1
        or      r11, rcx
%endmacro

        section .text
        align   16
issue:
        push    rbx
        push    rbp
        push    r12
        push    r13
        push    r14
        push    r15
        push    rdi
        push    rsi
        mov     rcx, rdi
        mov     eax, SECRET
        movq    xmm2, rax
        movdqa  xmm7, xmm2
        movdqa  xmm15, xmm2
        mov     ebp, KEPT
        mov     r12d, KEPT + 1
        mov     r13d, KEPT + 2
        mov     r14d, KEPT + 3
        mov     r15d, KEPT + 4
        mov     rax, [rcx + RAX_AT]
        mov     rdi, [rcx + RDI_AT]
        mov     rsi, [rcx + RSI_AT]
        mov     rdx, [rcx + RDX_AT]
        mov     r10, [rcx + R10_AT]
        mov     r8, [rcx + R8_AT]
        mov     r9, [rcx + R9_AT]
        mov     rbx, [rcx + RBX_AT]
        movups  xmm0, [rcx + XMM_AT]
        movups  xmm1, [rcx + XMM_AT + 16]
        syscall
        xor     r11d, r11d
        differ  rbp, KEPT
        differ  r12, KEPT + 1
        differ  r13, KEPT + 2
        differ  r14, KEPT + 3
        differ  r15, KEPT + 4
        pop     rcx
        pop     rbp
        xor     rbx, [rbp + RBX_AT]
        or      r11, rbx
        mov     [rcx + LOST_AT], r11
        mov     [rcx + RAX_AT], rax
        mov     [rcx + RDI_AT], rdi
        mov     [rcx + RSI_AT], rsi
        mov     [rcx + RDX_AT], rdx
        movups  [rcx + XMM_AT], xmm0
        movups  [rcx + XMM_AT + 16], xmm1
%assign n 3
%rep 13
        por     xmm2, xmm %+ n
%assign n n + 1
%endrep
        movdqa  xmm3, xmm2
        psrldq  xmm3, 8
        por     xmm2, xmm3
        movq    rax, xmm2
        or      rax, r8
        or      rax, r9
        or      rax, r10
        mov     [rcx + LEFT_AT], rax
        pop     r15
        pop     r14
        pop     r13
        pop     r12
        pop     rbp
        pop     rbx
        ret
