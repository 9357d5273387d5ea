using System.Runtime.CompilerServices;

namespace Kernel.Memory;

/// <summary>What the error code of a page fault says by itself (Intel SDM vol. 3, 4.7; AMD APM vol. 2, 8.4.2).</summary>
internal static class FaultCodes
{
    private const ulong Present = 1 << 0;
    private const ulong Write = 1 << 1;
    private const ulong User = 1 << 2;
    private const ulong Fetch = 1 << 4;

    /// <summary>Whether the tables decide: a program read, wrote or fetched, and nothing else was the matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool AreOrdinary(PageFaultCode code) =>
        (code.Bits & ~(Present | Write | Fetch)) == User && (code.Bits & (Write | Fetch)) != (Write | Fetch);

    /// <summary>
    /// The refusal that no mapping can change, the gravest first; <see cref="FaultOutcome.Spurious"/> where the tables
    /// decide.
    /// </summary>
    internal static FaultOutcome Judge(PageFaultCode code)
    {
        // Whether a table says nonsense, or the kernel itself faulted, is asked first: both are bugs of the kernel's.
        // QEMU reports a reserved bit with P = 0, so that bit is not looked at.
        const ulong known = Present | Write | User | Fetch | (1 << 3) | (1 << 5) | (1 << 6) | (1 << 15);
        return AreOrdinary(code) ? FaultOutcome.Spurious
            : code.IsReservedBit ? FaultOutcome.ReservedBit
            : !code.IsUser ? FaultOutcome.KernelFault
            : (code.Bits & ~known) != 0 ? FaultOutcome.Unexplained
            : code.IsEnclave ? FaultOutcome.Enclave
            : code.IsShadowStack ? FaultOutcome.ShadowStack
            : code.IsProtectionKey ? FaultOutcome.ProtectionKey
            : FaultOutcome.Unexplained;
    }
}
