; The quick way of the timer's ticks. Most change nothing for the program that runs: it goes on with what
; Boot/quickentry.inc has put back. Where its turn is over the tick goes the general way, as if this had not been here, and
; comes to OnUserTrap with a whole TrapFrame. In ring 0 a tick can come only while the kernel waits for one, and ends that.

        section .text
        global  trap_timer, trap_spurious
        extern  OnTick, trap_vectors

%include "layout.inc"
%include "quickentry.inc"

PADDING         equ 0                   ; 14 pushes lie above, on a multiple of 16
SAVED           equ SAVED_VECTORS + PADDING + SAVED_GENERAL

        align   16
trap_timer:
        quick_save PADDING
        call    OnTick                  ; tells the interrupt controller too: nothing behind this has to
        test    eax, eax
        quick_restore PADDING
        lea     rsp, [rsp + SAVED]
        jnz     trap_vectors + TIMER * TRAP_STUB_SIZE
        iretq

; An interrupt that was taken back before it was delivered: it is no interrupt, and its end is told to nobody (Intel SDM
; vol. 3, 11.9; 8259A data sheet, "Edge and Level Triggered Modes").
        align   16
trap_spurious:
        iretq
