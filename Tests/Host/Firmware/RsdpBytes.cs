using System;
using System.Linq;

namespace Kernel.Tests.Host.Firmware;

/// <summary>Root system description pointers with right checksums (ACPI 6.4, 5.2.5.3).</summary>
internal static class RsdpBytes
{
    public const uint Rsdt = 0x07FE_1000;
    public const ulong Xsdt = 0x07FE_2000;

    public static byte[] Short(uint rsdt = Rsdt, byte revision = 0) =>
        Sealed([.. "RSD PTR "u8, 0, .. "BOCHS "u8, revision, .. BitConverter.GetBytes(rsdt)]);

    public static byte[] Long(ulong xsdt = Xsdt, uint rsdt = Rsdt, uint length = 36)
    {
        byte[] bytes = new BlobWriter().Bytes(Short(rsdt, revision: 2)).U32(length).U64(xsdt).U32(0).ToArray();
        bytes[32] = Complement(bytes);
        return bytes;
    }

    private static byte[] Sealed(byte[] bytes)
    {
        bytes[8] = Complement(bytes);
        return bytes;
    }

    private static byte Complement(byte[] bytes) => (byte)-bytes.Sum(static value => value);
}
