; System calls: SYSCALL saves nothing but RIP in RCX and the flags in R11 (AMD APM vol. 2, 6.1.1). Calls preserve RBX,
; RBP, R12 to R15 and RSP; short messages travel in XMM0 and XMM1; all else is dead on the way in, and zero on the way
; out, so that no task finds there what another one, or the kernel, left.

; From the program's stack to the kernel's; R11 is the processor's own then.
%macro kernel_stack 0
        mov     r11, [rel processor]
        mov     rsp, [r11 + PROCESSOR_STACK]
%endmacro

; Out to ring 3 behind a call of the record's in RSI; the results are in RDX and %1, and %3 gets into RSI. %2 names the
; instruction that vectors_use_xsave makes an XRSTOR.
%macro resume 2-3 0
        mov     eax, VECTORS_ALL
%2:     fxrstor64 [rel clean_vectors]
        mov     rax, %1                 ; rcx may be it
        mov     rcx, [rsi + TASK_RIP]
        mov     rsp, [rsi + TASK_RSP]
        mov     rbx, [rsi + TASK_RBX]
        mov     rbp, [rsi + TASK_RBP]
        mov     r12, [rsi + TASK_R12]
        mov     r13, [rsi + TASK_R13]
        mov     r14, [rsi + TASK_R14]
        mov     r15, [rsi + TASK_R15]
        mov     r11d, USER_FLAGS
        mov     rsi, %3
        xor     edi, edi
        xor     r8d, r8d
        xor     r9d, r9d
        xor     r10d, r10d
        o64 sysret
%endmacro

; A message that is more than some bytes in registers: on to %1, or, if it has handles, to %2. R10 is the argument that
; C# has no name for.
%macro to_longer 2
        mov     [rcx + TASK_DATA], r10
        kernel_stack
        mov     rax, rsi
        shr     rax, HANDLES_SHIFT
        jz      %1
        jmp     %2
%endmacro

        section .text
        global  system_call_entry, resume_task, resume_with_message, tasks_begin, processor
        global  general_send, general_reply_receive, general_send_short, general_reply_receive_short, general_yield
        global  resume_with_short, resume_with_data, resume_after_yield, resume_plain, resume_with_gift
        global  clean_for_nothing, clean_for_message, clean_for_short, clean_for_data, clean_for_gift
        extern  OnSystemCall, OnYield, OnSend, OnReplyReceive, OnSendShort, OnReplyReceiveShort, OnIdle
        extern  OnSendData, OnSendGift, OnReplyReceiveData, OnReplyReceiveGift

%include "layout.inc"
%include "tasks.inc"
%include "vectors.inc"

SEND            equ 1                   ; Kernel/Abi/SystemCall.cs
REPLY_RECEIVE   equ 4
YIELD           equ 5
SEND_SHORT      equ 20
REPLY_RECEIVE_SHORT equ 21
SHORT_BYTES     equ 32                  ; MessageInfo.ShortBytes
HANDLES_SHIFT   equ 56                  ; MessageInfo.HandlesShift
LAST_QUICK      equ REPLY_RECEIVE_SHORT

; GS is the kernel's for four instructions: everything else that the kernel needs it finds without. So no interrupt entry
; has to ask whose GS it is. An NMI that comes between has a stack of its own and does not look at GS. The
; stack stays the program's for the calls that use none (Tests/Gates/QuickPathTests.cs): interrupts are off, and what
; comes all the same, NMI and machine checks, has stacks of its own.
        align   16
system_call_entry:
        swapgs
        mov     r11, [gs:PROCESSOR_CURRENT]
        mov     [r11 + TASK_RSP], rsp
        swapgs
        mov     [r11 + TASK_RIP], rcx
        mov     [r11 + TASK_RBX], rbx
        mov     [r11 + TASK_RBP], rbp
        mov     [r11 + TASK_R12], r12
        mov     [r11 + TASK_R13], r13
        mov     [r11 + TASK_R14], r14
        mov     [r11 + TASK_R15], r15
        movaps  [rel clean_vectors + VECTORS_XMM0], xmm0
        movaps  [rel clean_vectors + VECTORS_XMM0 + 16], xmm1
        cmp     rax, LAST_QUICK
        ja      general_call
        mov     rcx, r11
        jmp     [quick_calls + rax * 8]

; These have more to decide, and a stack to do it on.
quick_yield:
        kernel_stack
        jmp     OnYield
quick_send:
        cmp     rsi, SHORT_BYTES
        ja      .longer
        kernel_stack
        jmp     OnSend
.longer:
        to_longer OnSendData, OnSendGift
quick_reply_receive:
        cmp     rsi, SHORT_BYTES
        ja      .longer
        kernel_stack
        jmp     OnReplyReceive
.longer:
        to_longer OnReplyReceiveData, OnReplyReceiveGift

; Where a quick call is refused, with its arguments in their registers still, and the caller's record in RCX.
general_send:
        mov     r10, [rcx + TASK_DATA]
        mov     eax, SEND
        jmp     general_call
general_reply_receive:
        mov     r10, [rcx + TASK_DATA]
        mov     eax, REPLY_RECEIVE
        jmp     general_call
general_yield:
        mov     eax, YIELD
        jmp     general_call
general_send_short:
        mov     eax, SEND_SHORT
        jmp     general_call
general_reply_receive_short:
        mov     eax, REPLY_RECEIVE_SHORT

; Any call: the number in RAX, the arguments where the program put them, the message in the clean image.
general_call:
        kernel_stack
        mov     r11, [r11 + PROCESSOR_CURRENT]
        movaps  xmm0, [rel clean_vectors + VECTORS_XMM0]
        movaps  xmm1, [rel clean_vectors + VECTORS_XMM0 + 16]
        movups  [r11 + TASK_MESSAGE], xmm0
        movups  [r11 + TASK_MESSAGE + 16], xmm1
        push    r9                      ; CallArguments: the first one lowest
        push    r8
        push    r10
        push    rdx
        push    rsi
        push    rdi
        sub     rsp, 8
        mov     rdi, rax
        lea     rsi, [rsp + 8]
        call    OnSystemCall
        jmp     resume_task

; The call that does nothing: the caller goes on, with its own message.
        align   16
quick_nothing:
        mov     rsi, rcx
resume_plain:                           ; void resume_plain(ulong, void* record): behind its call, with no results
        xor     edx, edx
        resume  rdx, clean_for_nothing

; void resume_with_message(ulong root, void* record, ulong rdx, ulong rax): another task goes on, in its address space,
; behind its call, with these results; the message that came is its own now.
        align   16
resume_with_message:
        mov     cr3, rdi
        resume  rcx, clean_for_message

; void resume_with_data(ulong none, void* record, ulong rdx, ulong rax): another task goes on, in its address space
; already, behind its call, with these results and no short message.
        align   16
resume_with_data:
        xorps   xmm0, xmm0
        movaps  [rel clean_vectors + VECTORS_XMM0], xmm0
        movaps  [rel clean_vectors + VECTORS_XMM0 + 16], xmm0
        resume  rcx, clean_for_data

; void resume_with_short(ulong root, void* record, ulong rdx): the same with a whole short message.
        align   16
resume_with_short:
        mov     cr3, rdi
        resume  SHORT_BYTES, clean_for_short

; void resume_after_yield(ulong root, void* record, void* yielder): another task goes on, in its address space. The
; yielder's registers are saved; its results are all zero.
        align   16
resume_after_yield:
        mov     cr3, rdi
        mov     rax, rsi
        xorps   xmm0, xmm0
        movups  [rdx + TASK_RAX], xmm0
        movups  [rdx + TASK_RSI], xmm0
        movups  [rdx + TASK_MESSAGE], xmm0
        movups  [rdx + TASK_MESSAGE + 16], xmm0

        jmp     resume_task

; void resume_with_gift(ulong root, void* record, ulong rdx, ulong rax, ulong rsi): another task goes on, in its address
; space, behind its call, with these results and the message that is in the clean image.
        align   16
resume_with_gift:
        mov     cr3, rdi
        resume  rcx, clean_for_gift, r8

; RAX: the record of the task that runs from now on, in its address space; 0 where all wait.
resume_task:
        test    rax, rax
        jz      .idle
        mov     rcx, rax
        cmp     qword [rcx + TASK_INTERRUPTED], 0
        jne     .interrupted
        movups  xmm0, [rcx + TASK_MESSAGE]
        movups  xmm1, [rcx + TASK_MESSAGE + 16]
        movaps  [rel clean_vectors + VECTORS_XMM0], xmm0
        movaps  [rel clean_vectors + VECTORS_XMM0 + 16], xmm1
        load_vectors rel clean_vectors
        mov     rsp, [rcx + TASK_RSP]
        mov     rbx, [rcx + TASK_RBX]
        mov     rbp, [rcx + TASK_RBP]
        mov     r12, [rcx + TASK_R12]
        mov     r13, [rcx + TASK_R13]
        mov     r14, [rcx + TASK_R14]
        mov     r15, [rcx + TASK_R15]
        mov     rdx, [rcx + TASK_RDX]
        mov     rsi, [rcx + TASK_RSI]
        mov     rdi, [rcx + TASK_RDI]
        mov     rax, [rcx + TASK_RAX]
        mov     rcx, [rcx + TASK_RIP]   ; below the last page: always canonical, as SYSRET wants it
        mov     r11d, USER_FLAGS
        xor     r8d, r8d
        xor     r9d, r9d
        xor     r10d, r10d
        o64 sysret

.interrupted:
        mov     qword [rcx + TASK_INTERRUPTED], 0
        load_vectors rcx + TASK_VECTORS
        lea     rsp, [rcx + TASK_TRAP]
        pop     r15
        pop     r14
        pop     r13
        pop     r12
        pop     r11
        pop     r10
        pop     r9
        pop     r8
        pop     rdi
        pop     rsi
        pop     rbp
        pop     rbx
        pop     rdx
        pop     rcx
        pop     rax
        add     rsp, 16                 ; vector and error code
        iretq

.idle:
        kernel_stack
        sub     rsp, 8
        call    OnIdle
        jmp     resume_task

; void tasks_begin(void* record): the boot's end. The first task goes to ring 3 as from any other trap.
tasks_begin:
        mov     rax, rdi
        jmp     resume_task

        section .data
        align   8
; Where the processor has what is its own, in C#'s State; before that, what says that no task runs.
processor:
        dq      .none
.none:
        dq      0

; Calls that have a quick way, by their numbers.
        section .rodata
        align   8
quick_calls:
        dq      quick_nothing, quick_send, general_call, general_call, quick_reply_receive, quick_yield
        times   SEND_SHORT - YIELD - 1 dq general_call
        dq      OnSendShort, OnReplyReceiveShort
