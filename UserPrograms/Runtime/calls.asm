; System calls (docs/system-calls.md): the number in RAX; arguments in RDI, RSI, RDX, R10, R8, R9, RBX; results in RAX,
; RDX, RSI, RDI. XMM0 and XMM1 carry a short message in and out. The kernel preserves what the System V ABI wants
; preserved (3.2.1).

        global  call_kernel, send_short, reply_receive_short, locate_short_words, call_nothing, call_yield, exit_program
        global  send_data, reply_receive_data, locate_arrived

NOTHING         equ 0                   ; Kernel/Abi/SystemCall.cs
SEND            equ 1
REPLY_RECEIVE   equ 4
YIELD           equ 5
EXIT            equ 6
SEND_SHORT      equ 20
REPLY_RECEIVE_SHORT equ 21

        section .text

; A call with the message of 32 bytes that lies in short_words, and what comes back there. RAX and RDX are returned.
%macro short_call 1
        movaps  xmm0, [rel short_words]
        movaps  xmm1, [rel short_words + 16]
        mov     eax, %1
        syscall
        movaps  [rel short_words], xmm0
        movaps  [rel short_words + 16], xmm1
        ret
%endmacro

; long send_short(ulong to): RAX is the reply's info, or an error below zero.
        align   16
send_short:
        short_call SEND_SHORT

; ShortResult reply_receive_short(ulong to): RAX as above, RDX the next sender.
        align   16
reply_receive_short:
        short_call REPLY_RECEIVE_SHORT

; ShortMessage* locate_short_words()
        align   16
locate_short_words:
        lea     rax, [rel short_words]
        ret

; A call with a message that is not in registers, and up to two handles; what comes goes to the Message (Message.cs)
; that the caller's stack tells of, and to arrived. RAX is returned.
%macro data_call 1
        mov     r10, rcx
        xorps   xmm0, xmm0
        xorps   xmm1, xmm1
        mov     eax, %1
        syscall
        mov     rcx, [rsp + 8]
        mov     [rcx], rax
        mov     [rcx + 8], rdx
        mov     [rcx + 16], rsi
        mov     [rcx + 24], rdi
        movaps  [rel arrived], xmm0
        movaps  [rel arrived + 16], xmm1
        ret
%endmacro

; long send_data(ulong to, ulong info, ulong buffer, ulong data, ulong capacity, ulong gifts, Message* received)
        align   16
send_data:
        data_call SEND

; long reply_receive_data(ulong to, ulong info, ulong buffer, ulong data, ulong capacity, ulong gifts, Message* received)
        align   16
reply_receive_data:
        data_call REPLY_RECEIVE

; ShortMessage* locate_arrived()
        align   16
locate_arrived:
        lea     rax, [rel arrived]
        ret

        section .bss
        alignb  16
short_words:
        resb    32
arrived:
        resb    32
        section .text
; long call_nothing(), long call_yield(): nothing is needed but the number.
        align   16
call_nothing:
        mov     eax, NOTHING
        syscall
        ret

        align   16
call_yield:
        mov     eax, YIELD
        syscall
        ret

; void call_kernel(ulong number, Registers* registers): any call, with all its registers from there and to there.
        align   16
call_kernel:
        push    rbx
        push    rsi
        mov     rax, rdi
        mov     rcx, rsi
        mov     rdi, [rcx]
        mov     rsi, [rcx + 8]
        mov     rdx, [rcx + 16]
        mov     r10, [rcx + 24]
        mov     r8, [rcx + 32]
        mov     r9, [rcx + 40]
        mov     rbx, [rcx + 48]
        movups  xmm0, [rcx + 56]
        movups  xmm1, [rcx + 72]
        syscall
        pop     rcx
        mov     [rcx], rax
        mov     [rcx + 8], rdx
        mov     [rcx + 16], rsi
        mov     [rcx + 24], rdi
        movups  [rcx + 56], xmm0
        movups  [rcx + 72], xmm1
        pop     rbx
        ret

; EDI: the code. Does not return.
exit_program:
        mov     eax, EXIT
        syscall
        ud2
