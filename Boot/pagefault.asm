; The quick way of page faults. The usual one is a program's and ends with its instruction tried again; so no more is saved
; than the C# below may change: the caller-saved general registers, and XMM0 to XMM3 (Tests/Gates/FaultPathTests.cs looks
; that it touches no others). A fault that is refused goes the general way, as if this had not been here: all registers
; are put back, CR2 still has its address, and it comes to OnTrap with a whole TrapFrame.
;
; Whether the fault is the kernel's own is no question of this file: error codes have U = 1 only for accesses in ring 3
; (Intel SDM vol. 3, 4.7), and without it OnPageFault refuses before it looks at anything. CS would say less: what the
; processor itself reads for a program, a descriptor say, is a supervisor access in ring 3.

        section .text
        global  trap_page_fault
        extern  OnPageFault, trap_vectors

%include "layout.inc"

LAST_RESUMED    equ 4                   ; FaultOutcome.StackGrown: up to here the instruction is tried again
VECTORS_SIZE    equ 4 * 16 + 8          ; XMM0 to XMM3, and what aligns them: 15 pushes lie above, on a multiple of 16
GENERAL_SIZE    equ 9 * 8

; No POP: it would take an instruction more to leave the vector registers behind.
%macro restore 0
        movaps  xmm0, [rsp]
        movaps  xmm1, [rsp + 16]
        movaps  xmm2, [rsp + 32]
        movaps  xmm3, [rsp + 48]
        mov     r11, [rsp + VECTORS_SIZE]
        mov     r10, [rsp + VECTORS_SIZE + 8]
        mov     r9, [rsp + VECTORS_SIZE + 16]
        mov     r8, [rsp + VECTORS_SIZE + 24]
        mov     rdi, [rsp + VECTORS_SIZE + 32]
        mov     rsi, [rsp + VECTORS_SIZE + 40]
        mov     rdx, [rsp + VECTORS_SIZE + 48]
        mov     rcx, [rsp + VECTORS_SIZE + 56]
        mov     rax, [rsp + VECTORS_SIZE + 64]
%endmacro

        align   16
trap_page_fault:
        push    rax
        push    rcx
        push    rdx
        push    rsi
        push    rdi
        push    r8
        push    r9
        push    r10
        push    r11
        push    KERNEL_FLAGS
        popfq
        sub     rsp, VECTORS_SIZE
        movaps  [rsp], xmm0
        movaps  [rsp + 16], xmm1
        movaps  [rsp + 32], xmm2
        movaps  [rsp + 48], xmm3
        mov     rdi, cr2
        mov     rsi, [rsp + VECTORS_SIZE + GENERAL_SIZE]        ; the error code
        call    OnPageFault
        cmp     eax, LAST_RESUMED
        ja      .refused
        restore
        add     rsp, VECTORS_SIZE + GENERAL_SIZE + 8            ; the error code too
        iretq

.refused:
        restore
        add     rsp, VECTORS_SIZE + GENERAL_SIZE
        jmp     trap_vectors + PAGE_FAULT * TRAP_STUB_SIZE
