using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>The root system description pointer (ACPI 6.4, 5.2.5.3).</summary>
internal static class Rsdp
{
    /// <summary>The bytes of ACPI 1.0's form, which later ones begin with.</summary>
    public const int ShortLength = 20;

    /// <summary>The bytes of the form since ACPI 2.0.</summary>
    public const int LongLength = 36;

    private const int RevisionOffset = 15;
    private const int RsdtOffset = 16;
    private const int LengthOffset = 20;
    private const int XsdtOffset = 24;

    /// <summary>Checks the one at <paramref name="address"/>, in the form that its revision says.</summary>
    public static BootFault Decode(PhysAddr address, out AcpiRoot root)
    {
        root = default;
        if (!Machine.TryReadPhysical(address, ShortLength, out ReadOnlySpan<byte> bytes))
        {
            return BootFault.RsdpUnreadable;
        }

        if (bytes[RevisionOffset] >= 2 && !Machine.TryReadPhysical(address, LongLength, out bytes))
        {
            return BootFault.RsdpUnreadable;
        }

        return Decode(bytes, out root);
    }

    /// <summary>Checks one of <see cref="ShortLength"/> or <see cref="LongLength"/> bytes.</summary>
    public static BootFault Decode(ReadOnlySpan<byte> source, out AcpiRoot root)
    {
        // What is used must be what was summed: so the bytes are copied first.
        root = default;
        Copy copy = default;
        source.CopyTo(copy);
        ReadOnlySpan<byte> bytes = ((ReadOnlySpan<byte>)copy)[..source.Length];
        if (!bytes[..8].SequenceEqual("RSD PTR "u8))
        {
            return BootFault.RsdpSignature;
        }

        if (Sum(bytes[..ShortLength]) != 0 || Sum(bytes) != 0)
        {
            return BootFault.RsdpChecksum;
        }

        if (bytes.Length == LongLength && BinaryPrimitives.ReadUInt32LittleEndian(bytes[LengthOffset..]) != LongLength)
        {
            return BootFault.RsdpLength;
        }

        root = Choose(bytes);
        return root.Kind == AcpiRootKind.None || root.Table >= PhysAddr.Limit ? BootFault.RsdpTable : BootFault.None;
    }

    // Where there is an XSDT it must be used (ACPI 6.4, 5.2.8); firmware without one leaves the address zero.
    private static AcpiRoot Choose(ReadOnlySpan<byte> bytes)
    {
        ulong xsdt = bytes.Length == LongLength ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[XsdtOffset..]) : 0;
        if (xsdt != 0)
        {
            return new AcpiRoot(AcpiRootKind.Xsdt, new PhysAddr(xsdt));
        }

        uint rsdt = BinaryPrimitives.ReadUInt32LittleEndian(bytes[RsdtOffset..]);
        return rsdt != 0 ? new AcpiRoot(AcpiRootKind.Rsdt, new PhysAddr(rsdt)) : default;
    }

    private static byte Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        foreach (byte value in bytes)
        {
            sum += value;
        }

        return (byte)sum;
    }

    [InlineArray(LongLength)]
    private struct Copy
    {
        private byte _first;
    }
}
