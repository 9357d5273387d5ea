; Entry to the kernel by interrupts and exceptions: every vector builds the same frame on the stack and goes to OnTrap.
; Kernel/Traps/TrapFrame.cs is the frame's other description. Page faults and ticks try a quick way first:
; Boot/pagefault.asm, Boot/timer.asm. Debug exceptions come by Boot/debugtrap.asm.

        section .text
        global  trap_vectors, trap_common
        extern  OnTrap, OnUserTrap, resume_task, processor

%include "layout.inc"
%include "tasks.inc"
%include "vectors.inc"

; Vectors at which the processor pushes an error code itself (Intel SDM vol. 3, table 6-1): 8, 10 to 14, 17, 21, 29, 30.
%assign ERROR_CODE_VECTORS (1 << 8) | (1 << 10) | (1 << 11) | (1 << 12) | (1 << 13) | (1 << 14) | (1 << 17) | (1 << 21) | (1 << 29) | (1 << 30)

; 256 stubs of 16 bytes, the vector's number times 16 from trap_vectors on.
        align   16
trap_vectors:
%assign vector 0
%rep 256
        align   16, int3
%if vector < 32 && ((ERROR_CODE_VECTORS >> vector) & 1)
%else
        push    0
%endif
        push    vector
        jmp     trap_common
%assign vector vector + 1
%endrep

        align   16
trap_common:
        push    rax
        push    rcx
        push    rdx
        push    rbx
        push    rbp
        push    rsi
        push    rdi
        push    r8
        push    r9
        push    r10
        push    r11
        push    r12
        push    r13
        push    r14
        push    r15
        push    KERNEL_FLAGS
        popfq
        test    byte [rsp + TRAP_FRAME_CS], 3
        jz      .panics
        mov     rax, [rel processor]
        mov     rax, [rax + PROCESSOR_CURRENT]
        test    rax, rax
        jz      .panics
        mov     rcx, rax
        save_vectors rcx + TASK_VECTORS
        mov     rdi, rsp
        call    OnUserTrap
        jmp     resume_task

.panics:
        mov     rdi, rsp                ; aligned to 16: the processor aligned it before 22 pushes (Intel SDM vol. 3, 6.14.2)
        call    OnTrap                  ; does not come back
        ud2
