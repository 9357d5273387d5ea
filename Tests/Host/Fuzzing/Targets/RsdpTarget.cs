using System;
using System.Collections.Generic;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Tests.Host.Firmware;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing.Targets;

/// <summary>The ACPI root pointer alone: the one table of ACPI's that the kernel reads.</summary>
internal sealed class RsdpTarget : IParserTarget
{
    private const ulong Address = 0xE_0000;
    private const int ShortLength = 20;
    private const int LongLength = 36;

    public IReadOnlyList<byte[]> Seeds { get; } =
        [RsdpBytes.Long(), RsdpBytes.Short(), RsdpBytes.Long(xsdt: 0), RsdpBytes.Long(length: 40)];

    public IReadOnlyList<byte[]> Words { get; } =
        ["RSD PTR "u8.ToArray(), BitConverter.GetBytes(1UL << 52), new byte[8]];

    public IReadOnlyList<Enum> Results =>
    [
        BootFault.None, BootFault.RsdpUnreadable, BootFault.RsdpSignature, BootFault.RsdpChecksum, BootFault.RsdpLength,
        BootFault.RsdpTable,
    ];

    public void Repair(Span<byte> input) => RepairAll(input);

    public Outcome Parse(Memory<byte> input)
    {
        SimMachine.Reset().AddMemory(Address, input);
        BootFault fault = Rsdp.Decode(new PhysAddr(Address), out AcpiRoot root);
        ReadOnlySpan<byte> bytes = input.Span;
        if (fault == BootFault.None)
        {
            int length = bytes[15] < 2 ? ShortLength : LongLength;
            Assert.True(bytes.StartsWith("RSD PTR "u8));
            Assert.True(SumOf(bytes[..ShortLength]) == 0 && SumOf(bytes[..length]) == 0);
            Assert.True(root.Kind != AcpiRootKind.None && root.Table.Value is not 0 and < 1UL << 52);
        }

        // How much of a sum is right is a way to guess it.
        byte sum = bytes.Length >= ShortLength ? SumOf(bytes[..ShortLength]) : (byte)bytes.Length;
        return Outcome.Of(fault, (ulong)root.Kind << 8 | sum);
    }

    /// <summary>Sets the checksums of all that looks like one.</summary>
    public static void RepairAll(Span<byte> input)
    {
        for (int at = input.IndexOf("RSD PTR "u8); at >= 0 && input.Length - at >= ShortLength;)
        {
            Span<byte> found = input[at..];
            found[8] -= SumOf(found[..ShortLength]);
            if (found[15] >= 2 && found.Length >= LongLength)
            {
                found[32] -= SumOf(found[..LongLength]);
            }

            int next = input[(at + 1)..].IndexOf("RSD PTR "u8);
            at = next < 0 ? next : at + 1 + next;
        }
    }

    private static byte SumOf(ReadOnlySpan<byte> bytes)
    {
        int sum = 0;
        foreach (byte each in bytes)
        {
            sum += each;
        }

        return (byte)sum;
    }
}
