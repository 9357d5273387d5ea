using System;
using Kernel.Units;

namespace Kernel.Text;

/// <summary>Typed units as text.</summary>
public static class UnitText
{
    private const int AddressDigits = 16;

    /// <summary>
    /// Adds a number of bytes in the largest binary unit that it fills (IEC 80000-13), with one decimal place, rounded
    /// down, where it is not whole: <c>512 B</c>, <c>639 KiB</c>, <c>127.5 MiB</c>.
    /// </summary>
    public static void Append(this ref TextBuffer buffer, ByteCount count)
    {
        int unit = 0;
        while (unit < 6 && count.Value >> (10 * (unit + 1)) != 0)
        {
            unit++;
        }

        int shift = 10 * unit;
        buffer.AppendDecimal(count.Value >> shift);
        ulong tenths = ((count.Value & ((1UL << shift) - 1)) * 10) >> shift;
        if (tenths != 0)
        {
            buffer.Append('.');
            buffer.AppendDecimal(tenths);
        }

        ReadOnlySpan<byte> names = " KiB MiB GiB TiB PiB EiB"u8;
        buffer.Append(unit == 0 ? " B"u8 : names.Slice(4 * (unit - 1), 4));
    }

    /// <summary>Adds the address as <c>0x</c> and 16 hexadecimal digits.</summary>
    public static void Append(this ref TextBuffer buffer, PhysAddr address) =>
        AppendAddress(ref buffer, address.Value, AddressDigits);

    /// <summary>Adds the address as <c>0x</c> and 16 hexadecimal digits.</summary>
    public static void Append(this ref TextBuffer buffer, VirtAddr address) =>
        AppendAddress(ref buffer, address.Value, AddressDigits);

    /// <summary>Adds <c>0x</c> and the address in at least <paramref name="digits"/> hexadecimal digits.</summary>
    internal static void AppendAddress(ref TextBuffer buffer, ulong address, int digits)
    {
        buffer.Append("0x"u8);
        buffer.AppendHexadecimal(address, digits);
    }
}
