using System;
using Kernel.Text;

namespace Kernel.Memory;

/// <summary>The error code of a page fault (Intel SDM vol. 3, 4.7 and figure 4-12).</summary>
/// <param name="Bits">As the processor pushed it.</param>
public readonly record struct PageFaultCode(ulong Bits)
{
    /// <summary>A translation was there and its rights forbade the access; else there was none.</summary>
    public bool IsProtection => (Bits & (1 << 0)) != 0;

    /// <summary>The access was a write.</summary>
    public bool IsWrite => (Bits & (1 << 1)) != 0;

    /// <summary>The access came from ring 3.</summary>
    public bool IsUser => (Bits & (1 << 2)) != 0;

    /// <summary>
    /// A reserved bit was set in a paging structure. Asked before <see cref="IsProtection"/>: QEMU 7.2 reports it
    /// with P = 0.
    /// </summary>
    public bool IsReservedBit => (Bits & (1 << 3)) != 0;

    /// <summary>The access was an instruction fetch.</summary>
    public bool IsFetch => (Bits & (1 << 4)) != 0;

    /// <summary>The page's protection key forbade the access.</summary>
    public bool IsProtectionKey => (Bits & (1 << 5)) != 0;

    /// <summary>A shadow-stack access.</summary>
    public bool IsShadowStack => (Bits & (1 << 6)) != 0;

    /// <summary>The access broke a rule of SGX.</summary>
    public bool IsEnclave => (Bits & (1 << 15)) != 0;

    /// <summary>What was tried.</summary>
    public ReadOnlySpan<byte> Access => IsFetch ? "execute"u8 : IsWrite ? "write to"u8 : "read"u8;

    /// <summary>Why the processor refused.</summary>
    public ReadOnlySpan<byte> Cause =>
        IsReservedBit ? "a page whose tables have a reserved bit set"u8
        : IsEnclave ? "a page of an enclave"u8
        : IsProtectionKey ? "a page whose protection key forbids it"u8
        : !IsProtection ? "a page that is not mapped"u8
        : IsFetch ? "a page that holds no code"u8
        : IsWrite ? "a page that is read-only"u8
        : "a page that is out of bounds for this ring"u8;

    /// <summary>Appends the names of the bits that are set, and of those whose absence says something.</summary>
    public void AppendBits(ref TextBuffer buffer)
    {
        buffer.Append(IsProtection ? "P=1 protection"u8 : "P=0 not present"u8);
        buffer.Append(IsWrite ? ", W=1 write"u8 : ", W=0 read"u8);
        buffer.Append(IsUser ? ", U=1 user"u8 : ", U=0 supervisor"u8);
        AppendIf(ref buffer, IsReservedBit, ", RSVD"u8);
        AppendIf(ref buffer, IsFetch, ", I=1 instruction fetch"u8);
        AppendIf(ref buffer, IsProtectionKey, ", PK"u8);
        AppendIf(ref buffer, IsShadowStack, ", SS"u8);
        AppendIf(ref buffer, IsEnclave, ", SGX"u8);
    }

    private static void AppendIf(ref TextBuffer buffer, bool condition, ReadOnlySpan<byte> text)
    {
        if (condition)
        {
            buffer.Append(text);
        }
    }
}
