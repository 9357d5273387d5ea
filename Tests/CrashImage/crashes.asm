; Ways to break that C# cannot say.

        section .text

%macro leaf 1
        global  %1
        align   16
%1:
%endmacro

leaf crash_invalid_opcode
        ud2
        ret

leaf crash_double_fault                 ; an exception finds a stack that is no address, and cannot be delivered
        mov     rax, 0x8000000000000000
        mov     rsp, rax
        push    rax
        ret

leaf crash_interrupt
        int     0x40
        ret

leaf crash_non_maskable
        int     2
        ret

leaf crash_machine_check
        int     18
        ret

leaf crash_general_protection
        mov     rax, 0x8000000000000000
        mov     rax, [rax]
        ret
