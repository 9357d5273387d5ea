namespace Kernel.Ring3;

/// <summary>
/// The eight accesses that are tried on each path, and how their ends are told: a byte each, the error code of a page
/// fault or <see cref="Allowed"/>; the first is the lowest.
/// </summary>
internal static class WalkedAccess
{
    /// <summary>How many.</summary>
    internal const int Count = 8;

    /// <summary>How many paths are told by one sum.</summary>
    internal const int PathsInBatch = 1000;

    /// <summary>Nothing forbade it.</summary>
    internal const ulong Allowed = 0x80;

    /// <summary>The access read, wrote or ran something else.</summary>
    internal const ulong Elsewhere = 0xEE;

    /// <summary>The seed of a batch.</summary>
    internal static ulong SeedOf(ulong batch) => (batch + 1) * 0x9E37_79B9_7F4A_7C15;

    /// <summary>Whether CR0.WP is set for a batch.</summary>
    internal static bool HasWriteProtect(ulong batch) => (batch & 1) == 0;

    /// <summary>Whether CR4.SMEP is set for a batch.</summary>
    internal static bool HasSmep(ulong batch) => (batch & 2) == 0;

    /// <summary>Whether CR4.SMAP is set for a batch.</summary>
    internal static bool HasSmap(ulong batch) => (batch & 4) == 0;

    /// <summary>0 to read, 1 to write, 2 to fetch.</summary>
    internal static int KindOf(int access) => access % 3;

    /// <summary>Whether a program does it; else the kernel.</summary>
    internal static bool IsUser(int access) => access < 3;

    /// <summary>Whether the kernel says, by EFLAGS.AC, that it means a program's page.</summary>
    internal static bool IsMeant(int access) => access >= 6;

    /// <summary>The sum of a batch, with another path's answers.</summary>
    internal static ulong Add(ulong sum, ulong answers)
    {
        ulong mixed = (sum ^ answers) * 0x2545_F491_4F6C_DD1D;
        return mixed ^ mixed >> 29;
    }
}
