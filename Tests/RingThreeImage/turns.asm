; A program, init, that forks; neither half ever gives the processor up. Each keeps values of its own in every register,
; the control words too, and looks whether they are still there after a while: until so many ticks have come for the
; child, and for the parent until there is no child. It ends with 0 where no register has changed, and where system calls
; left none of the vector registers as they were.

        default rel
        global  _start

CALL_EXIT       equ 6                   ; SystemCall
CALL_FORK       equ 7
CALL_WAIT       equ 11
CALL_COUNT      equ 19
TASKS           equ 1                   ; Counter
TICKS           equ 9
EXITED          equ 0                   ; an ExitStatus: EndCause.Exited, with code 0

FEWEST_TICKS    equ 20
WHILE           equ 50000               ; counts of a loop: short beside a tick
USES_AVX        equ 1 << 27 | 1 << 28   ; CPUID leaf 1, ECX: OSXSAVE and AVX
CLEAN_MXCSR     equ 0x1f80
CLEAN_FCW       equ 0x37f

; Offsets in an area: 14 general registers, MXCSR, FCW, an x87 register, and 16 times 32 bytes.
AT_MXCSR        equ 112
AT_FCW          equ 116
AT_X87          equ 120
AT_VECTORS      equ 128
AREA            equ AT_VECTORS + 16 * 32

; All but RSP and RCX, which counts.
%define GENERAL rax, rdx, rbx, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13, r14, r15

%macro load_general 2-*                 ; area, registers
%define from %1
%assign offset 0
%rep %0 - 1
%rotate 1
        mov     %1, [from + offset]
%assign offset offset + 8
%endrep
%endmacro

%macro store_general 2-*
%define to %1
%assign offset 0
%rep %0 - 1
%rotate 1
        mov     [to + offset], %1
%assign offset offset + 8
%endrep
%endmacro

; %1: area. Without AVX the upper halves stay as they are in memory.
%macro load_vectors 1
        cmp     byte [has_avx], 0
        je      %%old
%assign number 0
%rep 16
        vmovups ymm%[number], [%1 + AT_VECTORS + 32 * number]
%assign number number + 1
%endrep
        jmp     %%done
%%old:
%assign number 0
%rep 16
        movups  xmm%[number], [%1 + AT_VECTORS + 32 * number]
%assign number number + 1
%endrep
%%done:
%endmacro

%macro store_vectors 1
        cmp     byte [has_avx], 0
        je      %%old
%assign number 0
%rep 16
        vmovups [%1 + AT_VECTORS + 32 * number], ymm%[number]
%assign number number + 1
%endrep
        jmp     %%done
%%old:
%assign number 0
%rep 16
        movups  [%1 + AT_VECTORS + 32 * number], xmm%[number]
%assign number number + 1
%endrep
%%done:
%endmacro

        section .text
_start:
        mov     eax, 1
        xor     ecx, ecx
        cpuid
        and     ecx, USES_AVX
        cmp     ecx, USES_AVX
        sete    [has_avx]
        mov     eax, CALL_FORK
        syscall
        mov     [child], rax
        mov     [is_child], rdx
        call    make_expected
        mov     edi, TICKS
        call    read_counter
        mov     [first_tick], rax
.round:
        call    keep_values
        cmp     qword [is_child], 0
        je      .parent
        mov     edi, TICKS
        call    read_counter
        sub     rax, [first_tick]
        cmp     rax, FEWEST_TICKS
        jb      .round
        xor     edi, edi
        jmp     exit
.parent:
        mov     edi, TASKS
        call    read_counter
        cmp     rax, 1
        ja      .round
        mov     rdi, [child]
        mov     eax, CALL_WAIT
        syscall
        mov     edi, 2
        cmp     rdx, EXITED
        jne     exit
        xor     edi, edi
exit:                                   ; RDI: the code
        mov     eax, CALL_EXIT
        syscall
        ud2

; The values of this half.
make_expected:
        mov     rax, 0x9e3779b97f4a7c15
        imul    rdx, [is_child], 1000
        lea     rdi, [expected]
        mov     ecx, AREA / 8
.word:
        inc     rdx
        mov     rsi, rdx
        imul    rsi, rax
        mov     [rdi], rsi
        add     rdi, 8
        dec     ecx
        jnz     .word
        mov     eax, [is_child]         ; rounding up or down, and in x87 single or double precision
        lea     ecx, [rax + 1]
        shl     ecx, 13
        or      ecx, CLEAN_MXCSR
        mov     [expected + AT_MXCSR], ecx
        mov     ecx, CLEAN_FCW & ~0x300
        shl     eax, 9
        or      ecx, eax
        mov     [expected + AT_FCW], ecx
        mov     dword [expected + AT_X87 + 4], 0
        lea     rsi, [expected]         ; where there is no AVX, the upper halves are not looked at
        lea     rdi, [found]
        mov     ecx, AREA / 8
        rep     movsq
        ret

; Ends the program with 1 where a register does not keep its value.
keep_values:
        push    rbx
        push    rbp
        ldmxcsr [expected + AT_MXCSR]
        fldcw   [expected + AT_FCW]
        fild    qword [expected + AT_X87]
        load_vectors expected
        load_general expected, GENERAL
        mov     ecx, WHILE
.while:
        lea     rcx, [rcx - 1]
        jrcxz   .look
        jmp     .while
.look:
        store_general found, GENERAL
        store_vectors found
        fistp   qword [found + AT_X87]
        fnstcw  [found + AT_FCW]
        stmxcsr [found + AT_MXCSR]
        lea     rsi, [expected]
        lea     rdi, [found]
        mov     ecx, AREA / 8
        repe    cmpsq
        mov     edi, 1
        jne     exit
        pop     rbp
        pop     rbx
        ret

; RDI: a Counter; its value to RAX. Ends the program with 3 where the call left a vector register, or a control word, as it was.
read_counter:
        load_vectors expected
        ldmxcsr [expected + AT_MXCSR]
        fldcw   [expected + AT_FCW]
        mov     eax, CALL_COUNT
        syscall
        store_vectors cleared
        stmxcsr [cleared + AT_MXCSR]
        fnstcw  [cleared + AT_FCW]
        mov     r10, rax
        mov     edi, 3
        cmp     dword [cleared + AT_MXCSR], CLEAN_MXCSR
        jne     exit
        cmp     word [cleared + AT_FCW], CLEAN_FCW
        jne     exit
        xor     eax, eax
        lea     rdi, [cleared + AT_VECTORS]
        mov     ecx, 16 * 32 / 8
        repe    scasq
        mov     edi, 3
        jne     exit
        mov     rax, r10
        ret

        section .data
        align   8
child:          dq      0
is_child:       dq      0
first_tick:     dq      0
has_avx:        db      0

        section .bss
        align   64
expected:       resb    AREA
found:          resb    AREA
cleared:        resb    AREA
