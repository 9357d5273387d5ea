; Where Boot/syscall.asm comes in place of the functions that do calls (--wrap): the audit first, with every register
; that has an argument kept. Some of them come on the program's stack, which nobody may touch.

        %include "tasks.inc"

        extern  OnAudit, processor

        section .text

; %2: where to go on.
%macro audited 2
        global  __wrap_%1
        extern  %2
        align   16
__wrap_%1:
        lea     rax, [rel %2]
        jmp     audit
%endmacro

%macro audited 1
        audited %1, __real_%1
%endmacro

; RAX: where to go on.
audit:
        mov     [rel stack], rsp
        lea     r11, [rel audit_stack]
        mov     rsp, r11
        push    rax
        push    rdi
        push    rsi
        push    rdx
        push    rcx
        push    r8
        push    r9
        push    r10
        call    OnAudit
        pop     r10
        pop     r9
        pop     r8
        pop     rcx
        pop     rdx
        pop     rsi
        pop     rdi
        pop     rax
        mov     rsp, [rel stack]
        jmp     rax

        audited OnYield
        audited OnSend
        audited OnSendShort
        audited OnSendData
        audited OnSendGift
        audited OnReplyReceive
        audited OnReplyReceiveShort
        audited OnReplyReceiveData
        audited OnReplyReceiveGift
        audited OnSystemCall, OnStepCall

; void set_step_flags(uint flags)
        global  set_step_flags, step_flags
set_step_flags:
        mov     [rel step_flags], edi
        ret

        section .bss
        align   16
        resb    16384
audit_stack:
stack:
        resq    1
step_flags:                             ; what stepped.inc gives programs
        resd    1
