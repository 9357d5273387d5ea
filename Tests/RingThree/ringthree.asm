; Into ring 3 and back. Tests/RingThree/RingThreeState.cs is the state's other description.

        section .text
        global  ringthree_enter, __wrap_OnTrap
        extern  __real_OnTrap

USER_DATA       equ 3 * 8 + 3           ; selectors of Kernel/Metal/Segments.cs, for ring 3
USER_CODE       equ 4 * 8 + 3

R15_AT          equ 0                   ; a TrapFrame
R14_AT          equ 8
R13_AT          equ 16
R12_AT          equ 24
R11_AT          equ 32
R10_AT          equ 40
R9_AT           equ 48
R8_AT           equ 56
RDI_AT          equ 64
RSI_AT          equ 72
RBP_AT          equ 80
RBX_AT          equ 88
RDX_AT          equ 96
RCX_AT          equ 104
RAX_AT          equ 112
RIP_AT          equ 136
CS_AT           equ 144
RFLAGS_AT       equ 152
RSP_AT          equ 160
FRAME_SLOTS     equ 22
CR2_AT          equ 176
VECTORS_AT      equ 192

; void ringthree_enter(RingThreeState* state): goes to ring 3, and comes back with the state of the trap that ends it
        align   16
ringthree_enter:
        push    rbx
        push    rbp
        push    r12
        push    r13
        push    r14
        push    r15
        mov     [rel kernel_stack], rsp
        mov     [rel state], rdi
        push    USER_DATA
        push    qword [rdi + RSP_AT]
        push    qword [rdi + RFLAGS_AT]
        push    USER_CODE
        push    qword [rdi + RIP_AT]
%assign number 0
%rep 16
        movups  xmm%[number], [rdi + VECTORS_AT + 16 * number]
%assign number number + 1
%endrep
        mov     rax, [rdi + RAX_AT]
        mov     rcx, [rdi + RCX_AT]
        mov     rdx, [rdi + RDX_AT]
        mov     rbx, [rdi + RBX_AT]
        mov     rbp, [rdi + RBP_AT]
        mov     rsi, [rdi + RSI_AT]
        mov     r8, [rdi + R8_AT]
        mov     r9, [rdi + R9_AT]
        mov     r10, [rdi + R10_AT]
        mov     r11, [rdi + R11_AT]
        mov     r12, [rdi + R12_AT]
        mov     r13, [rdi + R13_AT]
        mov     r14, [rdi + R14_AT]
        mov     r15, [rdi + R15_AT]
        mov     rdi, [rdi + RDI_AT]
        iretq

; Where Boot/trap.asm comes in place of OnTrap (--wrap): a trap out of ring 3 ends ringthree_enter.
        align   16
__wrap_OnTrap:
        test    byte [rdi + CS_AT], 3
        jz      __real_OnTrap
        mov     rsi, [rel state]
        mov     ecx, FRAME_SLOTS
.copy:
        mov     rax, [rdi + 8 * rcx - 8]
        mov     [rsi + 8 * rcx - 8], rax
        dec     ecx
        jnz     .copy
        mov     rax, cr2
        mov     [rsi + CR2_AT], rax
%assign number 0
%rep 16
        movups  [rsi + VECTORS_AT + 16 * number], xmm%[number]
%assign number number + 1
%endrep
        mov     rsp, [rel kernel_stack]
        pop     r15
        pop     r14
        pop     r13
        pop     r12
        pop     rbp
        pop     rbx
        ret

        section .bss
        align   8
kernel_stack:
        resq    1
state:
        resq    1
