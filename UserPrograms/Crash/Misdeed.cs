namespace UserPrograms;

/// <summary>What a program must not do.</summary>
/// <param name="Name">Its label in misdeeds.asm.</param>
/// <param name="Vector">The exception that ends it (Intel SDM vol. 3, table 6-1), or <see cref="Never"/>.</param>
/// <param name="Emulated">
/// What QEMU 7.2 raises instead; 0 for the same. It reads the stack for IRET as the kernel, which SMAP forbids, and knows
/// no #SS of addresses that are not canonical.
/// </param>
internal readonly record struct Misdeed(string Name, int Vector, int Emulated = 0)
{
    /// <summary>It goes on for ever: no crime, but somebody has to end it.</summary>
    internal const int Never = -1;
}
