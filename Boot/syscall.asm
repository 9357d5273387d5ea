; System calls: SYSCALL saves nothing but RIP in RCX and the flags in R11 (AMD APM vol. 2, 6.1.1). Calls preserve RBX,
; RBP, R12 to R15 and RSP; short messages travel in XMM0 and XMM1; all else is dead on the way in, and zero on the way
; out, so that no task finds there what another one, or the kernel, left.

        section .text
        global  system_call_entry, resume_task, tasks_begin, processor
        extern  OnSystemCall, OnIdle

%include "layout.inc"
%include "tasks.inc"

; GS is the kernel's for five instructions: everything else that the kernel needs it finds without. So no interrupt entry
; has to ask whose GS it is. An NMI that comes between has a stack of its own and does not look at GS.
        align   16
system_call_entry:
        swapgs
        mov     r11, [gs:PROCESSOR_CURRENT]
        mov     [r11 + TASK_RSP], rsp
        mov     rsp, [gs:PROCESSOR_STACK]
        swapgs
        mov     [r11 + TASK_RIP], rcx
        mov     [r11 + TASK_RBX], rbx
        mov     [r11 + TASK_RBP], rbp
        mov     [r11 + TASK_R12], r12
        mov     [r11 + TASK_R13], r13
        mov     [r11 + TASK_R14], r14
        mov     [r11 + TASK_R15], r15
        movups  [r11 + TASK_MESSAGE], xmm0
        movups  [r11 + TASK_MESSAGE + 16], xmm1
        push    r9                      ; CallArguments: the first one lowest
        push    r8
        push    r10
        push    rdx
        push    rsi
        push    rdi
        mov     rdi, rax
        mov     rsi, rsp
        call    OnSystemCall

; RAX: the record of the task that runs from now on, in its address space; 0 where all wait.
resume_task:
        mov     [rel processor + PROCESSOR_CURRENT], rax
        mov     rsp, [rel processor + PROCESSOR_STACK]
        test    rax, rax
        jz      .idle
        cmp     qword [rax + TASK_INTERRUPTED], 0
        jne     .interrupted
        movups  xmm0, [rax + TASK_MESSAGE]
        movups  xmm1, [rax + TASK_MESSAGE + 16]
        movaps  [rel clean_vectors + FXSAVE_XMM0], xmm0
        movaps  [rel clean_vectors + FXSAVE_XMM0 + 16], xmm1
        fxrstor64 [rel clean_vectors]
        mov     rcx, [rax + TASK_RIP]   ; below the last page: always canonical, as SYSRET wants it
        mov     rsp, [rax + TASK_RSP]
        mov     rbx, [rax + TASK_RBX]
        mov     rbp, [rax + TASK_RBP]
        mov     r12, [rax + TASK_R12]
        mov     r13, [rax + TASK_R13]
        mov     r14, [rax + TASK_R14]
        mov     r15, [rax + TASK_R15]
        mov     rdx, [rax + TASK_RDX]
        mov     rsi, [rax + TASK_RSI]
        mov     rdi, [rax + TASK_RDI]
        mov     rax, [rax + TASK_RAX]
        mov     r11d, USER_FLAGS
        xor     r8d, r8d
        xor     r9d, r9d
        xor     r10d, r10d
        o64 sysret

.interrupted:
        mov     qword [rax + TASK_INTERRUPTED], 0
        fxrstor64 [rax + TASK_VECTORS]
        lea     rsp, [rax + TASK_TRAP]
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
        call    OnIdle
        jmp     resume_task

; void tasks_begin(void* record): the boot's end. The first task goes to ring 3 as from any other trap.
tasks_begin:
        mov     rax, rdi
        jmp     resume_task

FXSAVE_MXCSR    equ 24
FXSAVE_XMM0     equ 160

        section .data
        extern  boot_stack_top
        align   16
; What FXRSTOR makes of the vector registers: the control words that the ABI wants, and zeros (System V ABI, 3.2.3). The
; message's 32 bytes are put in before each use.
clean_vectors:
        dw      0x37f
        times   FXSAVE_MXCSR - 2 db 0
        dd      0x1f80
        times   512 - FXSAVE_MXCSR - 4 db 0

        align   16
processor:
        dq      0
        dq      boot_stack_top
