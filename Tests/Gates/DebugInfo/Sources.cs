namespace Kernel.Tests.Gates.DebugInfo;

/// <summary>Assembly programs that tests assemble.</summary>
internal static class Sources
{
    /// <summary>
    /// A function with pushes, locals and a jump through a register, one with rbp as its frame, a leaf, and one that
    /// calls without a description.
    /// </summary>
    public const string Frames = """
                bits 64
                section .text
                global first, second, leaf, opaque
        first:
                push rbp
                push r15
                push rbx
                sub rsp, 32
        .described:
                call second
                lea rcx, [rel .switch]
                jmp rcx
        .switch:
                test eax, eax
                jz .other
                add rsp, 32
                pop rbx
                pop r15
                pop rbp
                ret
        .other: call leaf
                add rsp, 32
                pop rbx
                pop r15
                pop rbp
                jmp leaf
        .end:
                align 16
        second:
                push rbp
                push rbx
                push rax
                lea rbp, [rsp + 16]
        .described:
                sub rsp, rdi
                call first
                lea rsp, [rbp - 8]
                pop rbx
                pop rbp
                ret
        .end:
                align 16
        leaf:   mov rcx, rdx
                rep movsb
                ret
                align 16
        opaque: push rax
                call first
                pop rax
                ret

                section .eh_frame progbits alloc noexec nowrite align=8
        cie:    dd .end - .start
        .start: dd 0
                db 1, "zR", 0, 1, 0x78, 16, 1, 0x1B
                db 0x0C, 7, 8, 0x90, 1
                align 8, db 0
        .end:
                dd .fde_end - .fde
        .fde:   dd .fde - cie
                dd first - $
                dd first.end - first
                db 0
                db 0x41, 0x0E, 16, 0x86, 2
                db 0x42, 0x0E, 24, 0x8F, 3
                db 0x41, 0x0E, 32, 0x83, 4
                db 0x44, 0x0E, 64
                align 8, db 0
        .fde_end:
                dd .last_end - .last
        .last:  dd .last - cie
                dd second - $
                dd second.end - second
                db 0
                db 0x41, 0x0E, 16, 0x86, 2
                db 0x02, 1, 0x0E, 24, 0x83, 3
                db 0x03, 1, 0, 0x0E, 32
                db 0x04, 5, 0, 0, 0, 0x0C, 6, 16
                align 8, db 0
        .last_end:
                dd 0
        """;

    /// <summary>
    /// A line number program of DWARF 5 for three instructions, with a shared string for the file's name.
    /// </summary>
    public const string Dwarf5 = """
                bits 64
                section .text
                global first
        first:  nop
                nop
                ret
                section .debug_line_str progbits noalloc
                db "/src", 0, "Kernel/Five.cs", 0
                section .debug_line progbits noalloc
                dd .end - .start
        .start: dw 5
                db 8, 0
                dd .program - .header
        .header:
                db 1, 1, 1, -3, 12, 13
                db 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1
                db 1, 1, 0x1F, 1
                dd 0
                db 3, 1, 0x1F, 2, 0x0B, 5, 0x1E, 1
                dd 5
                db 0
                times 16 db 0xAA
        .program:
                db 4, 0
                db 0, 9, 2
                dq first
                db 3, 41, 1
                db 13 + 12 + 5
                db 2, 1, 3, 0x7F, 1
                db 2, 1, 0, 1, 1
        .end:
        """;
}
