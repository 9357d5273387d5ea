; The symbol table that panics read. It describes the linked kernel, so the first link has it empty.

        section .symbols progbits alloc noexec nowrite align=16
%ifdef SYMBOLS
        incbin  SYMBOLS
%else
        dq      0
%endif
