; The quick way of page faults. The usual one is a program's and ends with its instruction tried again; so no more is saved
; than Boot/quickentry.inc says. A fault that is refused goes the general way, as if this had not been here: all registers
; are put back, CR2 still has its address, and it comes to OnTrap with a whole TrapFrame.
;
; Whether the fault is the kernel's own is no question of this file: error codes have U = 1 only for accesses in ring 3
; (Intel SDM vol. 3, 4.7), and without it OnPageFault refuses before it looks at anything. CS would say less: what the
; processor itself reads for a program, a descriptor say, is a supervisor access in ring 3.

        section .text
        global  trap_page_fault
        extern  OnPageFault, trap_vectors

%include "layout.inc"
%include "quickentry.inc"

LAST_RESUMED    equ 4                   ; FaultOutcome.StackGrown: up to here the instruction is tried again
PADDING         equ 8                   ; 15 pushes lie above, on a multiple of 16
SAVED           equ SAVED_VECTORS + PADDING + SAVED_GENERAL

        align   16
trap_page_fault:
        quick_save PADDING
        mov     rdi, cr2
        mov     rsi, [rsp + SAVED]      ; the error code
        call    OnPageFault
        cmp     eax, LAST_RESUMED
        quick_restore PADDING
        lea     rsp, [rsp + SAVED + 8]  ; the error code too
        ja      .refused
        iretq

.refused:
        lea     rsp, [rsp - 8]          ; the error code is still there: NMI and #MC, which could come, have other stacks
        jmp     trap_vectors + PAGE_FAULT * TRAP_STUB_SIZE
