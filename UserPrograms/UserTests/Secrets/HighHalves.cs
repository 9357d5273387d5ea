using System.Runtime;
using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>The upper halves of the 256-bit vector registers: high.asm has the code.</summary>
internal static class HighHalves
{
    /// <summary>The words of all of them.</summary>
    internal const int Words = 32;

    /// <summary>Whether the processor has them, and the kernel lets programs use them.</summary>
    internal static bool AreThere { get; } = HaveHighHalves() != 0;

    /// <summary>Puts the secret into each.</summary>
    internal static void Fill()
    {
        Span<ulong> secret = stackalloc ulong[2];
        Secret.Fill(secret);
        FillHighHalves(secret[0], secret[1]);
    }

    /// <summary>What is in them.</summary>
    internal static void Read(Span<ulong> words) => ReadHighHalves(ref words[0]);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("have_high_halves")]
    private static extern ulong HaveHighHalves();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("fill_high_halves")]
    private static extern void FillHighHalves(ulong low, ulong high);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("read_high_halves")]
    private static extern void ReadHighHalves(ref ulong first);
}
