namespace UserPrograms;

/// <summary>The general registers but RSP, by their places in a <see cref="RegisterFile"/>.</summary>
internal enum Register
{
    Rax,
    Rbx,
    Rcx,
    Rdx,
    Rsi,
    Rdi,
    Rbp,
    R8,
    R9,
    R10,
    R11,
    R12,
    R13,
    R14,
    R15,
}
