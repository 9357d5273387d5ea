; Where a program begins: RDI: arguments, RSI: their length, RDX: the parent, XMM0: given handles; RSP a multiple of 16.
; The same registers go to OnStart, with the compiler's table of what it compiled in RCX and the handles in R8 and R9.

        global  _start
        extern  OnStart, __managed__Main, exit_program, modules_from

        section .start progbits alloc exec nowrite align=16
_start:
        xor     ebp, ebp
        lea     rcx, [rel modules_from]
        movq    r8, xmm0
        psrldq  xmm0, 8
        movq    r9, xmm0
        call    OnStart
        xor     edi, edi
        xor     esi, esi
        call    __managed__Main
        mov     edi, eax
        jmp     exit_program
