; What C# cannot do: a trap with every register known before it, and every register seen after it.
; void cross_NAME(RegisterFile* registers): loads all registers from there, but RSP, crosses the trap, and writes there
; what they are then. The layout is that of RegisterFile.cs.

        global  cross_call, cross_read, cross_write, cross_stack, cross_text, cross_spin
        global  call_on_stack, spin_on_stack, step, step_over_call, step_over_stack_segment
        global  read_base, read_at_base, yield_at

RAX_AT          equ 0 * 8
RBX_AT          equ 1 * 8
RCX_AT          equ 2 * 8
RDX_AT          equ 3 * 8
RSI_AT          equ 4 * 8
RDI_AT          equ 5 * 8
RBP_AT          equ 6 * 8
R8_AT           equ 7 * 8               ; R9 to R15 behind it
XMM_AT          equ 15 * 8
MM_AT           equ XMM_AT + 16 * 16
FLAGS_AT        equ MM_AT + 8 * 8
RSP_AT          equ FLAGS_AT + 8        ; what came out less what went in
FILE_WORDS      equ RSP_AT / 8 + 1

TOUCHED         equ 0x70000000          ; Crossing.cs: below 2 GiB, so that no register is needed to name it
BELOW           equ 16 * 4096           ; Crossing.cs: how far below its own stack cross_stack writes
SPINS           equ 4000000
YIELD           equ 5
TRAP_FLAG       equ 1 << 8

%macro copy_file 2                      ; to, from; loses RCX, RSI, RDI
        lea     rdi, %1
        lea     rsi, %2
        mov     ecx, FILE_WORDS
        cld
        rep movsq
%endmacro

%macro each_vector 2                    ; the instruction, 0 to load, 1 to store
%assign n 0
%rep 16
%if %2
        %1      [rel file + XMM_AT + n * 16], xmm %+ n
%else
        %1      xmm %+ n, [rel file + XMM_AT + n * 16]
%endif
%assign n n + 1
%endrep
%endmacro

%macro each_mm 1
%assign n 0
%rep 8
%if %1
        movq    [rel file + MM_AT + n * 8], mm %+ n
%else
        movq    mm %+ n, [rel file + MM_AT + n * 8]
%endif
%assign n n + 1
%endrep
%endmacro

%macro each_high 1
%assign n 8
%rep 8
%if %1
        mov     [rel file + R8_AT + (n - 8) * 8], r %+ n
%else
        mov     r %+ n, [rel file + R8_AT + (n - 8) * 8]
%endif
%assign n n + 1
%endrep
%endmacro

%macro enter_file 0
        push    rbx
        push    rbp
        push    r12
        push    r13
        push    r14
        push    r15
        push    rdi
        mov     rax, rdi
        copy_file [rel file], [rax]
        mov     [rel file + RSP_AT], rsp
        push    qword [rel file + FLAGS_AT]
        each_vector movups, 0
        each_mm 0
        each_high 0
        mov     rax, [rel file + RAX_AT]
        mov     rbx, [rel file + RBX_AT]
        mov     rcx, [rel file + RCX_AT]
        mov     rdx, [rel file + RDX_AT]
        mov     rsi, [rel file + RSI_AT]
        mov     rdi, [rel file + RDI_AT]
        mov     rbp, [rel file + RBP_AT]
        popfq
%endmacro

%macro leave_file 0
        mov     [rel file + RAX_AT], rax
        mov     [rel file + RBX_AT], rbx
        mov     [rel file + RCX_AT], rcx
        mov     [rel file + RDX_AT], rdx
        mov     [rel file + RSI_AT], rsi
        mov     [rel file + RDI_AT], rdi
        mov     [rel file + RBP_AT], rbp
        each_high 1
        each_mm 1
        each_vector movups, 1
        mov     rax, [rel file + RSP_AT]        ; a stack that is lost is found here, before it is used
        neg     rax
        lea     rax, [rax + rsp]
        mov     rsp, [rel file + RSP_AT]
        mov     [rel file + RSP_AT], rax
        emms
        cld
        pop     rax
        copy_file [rax], [rel file]
        pop     r15
        pop     r14
        pop     r13
        pop     r12
        pop     rbp
        pop     rbx
        ret
%endmacro

%macro keep_flags 0
        pushfq
        pop     qword [rel file + FLAGS_AT]
%endmacro

        section .text
        align   16
cross_call:
        enter_file
        syscall
        keep_flags
        leave_file

        align   16
cross_read:
        enter_file
        push    qword [TOUCHED]         ; the one way to read that needs no register and leaves the flags
        lea     rsp, [rsp + 8]
        keep_flags
        leave_file

        align   16
cross_write:
        enter_file
        mov     byte [TOUCHED], 1
        keep_flags
        leave_file

        align   16
cross_stack:
        enter_file
        mov     byte [rsp - BELOW], 1
        keep_flags
        leave_file

        align   16
cross_text:
        enter_file
        call    [rel touched]           ; the page holds a RET
        keep_flags
        leave_file

        align   16
cross_spin:
        enter_file
        mov     qword [rel spins], SPINS
.again:
        dec     qword [rel spins]
        jnz     .again
        push    qword [rel file + FLAGS_AT]
        popfq
        keep_flags
        leave_file

; void call_on_stack(ulong rsp), spin_on_stack(ulong rsp): a call of Yield, or a while of nothing, with the stack there.
        align   16
call_on_stack:
        mov     [rel kept_stack], rsp
        mov     rsp, rdi
        mov     eax, YIELD
        syscall
        mov     rsp, [rel kept_stack]
        ret

        align   16
spin_on_stack:
        mov     [rel kept_stack], rsp
        mov     rsp, rdi
        mov     ecx, SPINS
.again:
        dec     ecx
        jnz     .again
        mov     rsp, [rel kept_stack]
        ret

; void step(), step_over_call(): a debug exception after the next instruction (Intel SDM vol. 3, 18.3.1.4).
        align   16
step:
        pushfq
        or      qword [rsp], TRAP_FLAG
        popfq
        nop
        nop
        ret

        align   16
step_over_call:
        xor     eax, eax
        pushfq
        or      qword [rsp], TRAP_FLAG
        popfq
        syscall
        jmp     step                    ; the call has no such flag to give back: it is set again

; void step_over_stack_segment(): a load of SS puts debug exceptions off until the next instruction is done, and that is
; the call (Intel SDM vol. 3, 6.8.3).
        align   16
step_over_stack_segment:
        xor     eax, eax
        mov     edx, ss
        pushfq
        or      qword [rsp], TRAP_FLAG
        popfq
        mov     ss, edx
        syscall
        jmp     step

; ulong read_base(), read_at_base(): the base of GS by RDGSBASE, and what lies there.
        align   16
read_base:
        rdgsbase rax
        ret

        align   16
read_at_base:
        mov     rax, [gs:0]
        ret

; void yield_at(ulong address): a call of Yield by an instruction that lies there.
        align   16
yield_at:
        mov     eax, YIELD
        jmp     rdi

        section .rodata
        align   8
touched:
        dq      TOUCHED

        section .data
        align   16
file:
        times   FILE_WORDS dq 0
spins:
        dq      0
kept_stack:
        dq      0
