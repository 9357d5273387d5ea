using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Tests.Host.Firmware;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Fuzzing.Targets;

/// <summary>Boot information in a machine that has no other memory.</summary>
internal abstract class BootTarget(BootProtocol protocol, ulong address) : IParserTarget
{
    private const int CompareOneIn = 16;

    private static readonly ulong[] s_numbers =
    [
        0, 0x400, 0x1000, 0x7000, 0x7400, 0x7FF8, 0x8000, 0x9_FC00, 0x10_0000, 0x20_0000, 0x20_1234, 0x7FE_0000,
        0xFD00_0000, uint.MaxValue, 1UL << 32, (1UL << 52) - 1, 1UL << 52, 1UL << 63, ulong.MaxValue - 7,
        ulong.MaxValue,
    ];

    private BootInfo _info;
    private int _count;

    public abstract IReadOnlyList<byte[]> Seeds { get; }

    public IReadOnlyList<byte[]> Words { get; } =
    [
        .. Array.ConvertAll(s_numbers, BitConverter.GetBytes),
        .. Array.ConvertAll(MapEntry.Pc128MiB, static entry => MapEntry.Encode(entry)),
        MapEntry.Encode(new MapEntry(0x20_0000, 0x1000, MapEntry.Bad)),
        RsdpBytes.Long(),
        RsdpBytes.Short(),
    ];

    public virtual IReadOnlyList<Range> Places => [Range.All];

    public IReadOnlyList<Enum> Results => [.. Enum.GetValues<BootFault>().Except(OutOfReach).Cast<Enum>()];

    /// <summary>What is not for this protocol, or not for short inputs.</summary>
    protected abstract IReadOnlyList<BootFault> OutOfReach { get; }

    /// <summary>What the last input's decoding asked the machine for.</summary>
    protected List<(ulong Start, int Length)> Reads { get; } = [];

    public virtual void Repair(Span<byte> input) => RsdpTarget.RepairAll(input);

    public Outcome Parse(Memory<byte> input)
    {
        int refused = 0;
        SimMachine machine = SimMachine.Reset();
        machine.AddMemory(address, input);
        Reads.Clear();
        machine.OnReadPhysical = (start, length, isThere) =>
        {
            Reads.Add((start.Value, length));
            refused += isThere ? 0 : 1;
        };

        // What an earlier input left in the result must not matter.
        BootError error = BootInfo.Decode(protocol, new PhysAddr(address), ref _info);
        bool isTold = refused == 0 || (refused == 1 && IsUnreadable(error.Fault));
        Assert.True(isTold, $"{refused} reads were refused, and {error.Fault}");
        CheckReads(input.Span);
        if (!error.IsError)
        {
            Soundness.Check(in _info);
            _count++;
            if (_count % CompareOneIn == 0)
            {
                AssertDecodesAlike();
            }
        }

        return Outcome.Of(error.Fault, Progress(in error));
    }

    /// <summary>Where an input says what belongs to it, nothing else may be asked for.</summary>
    protected virtual void CheckReads(ReadOnlySpan<byte> input)
    {
    }

    private static bool IsUnreadable(BootFault fault) => fault is BootFault.InfoUnreadable or BootFault.TextUnreadable
        or BootFault.MapUnreadable or BootFault.ModuleListUnreadable or BootFault.RsdpUnreadable;

    private ulong Progress(in BootError error)
    {
        ulong regions = (ulong)_info.Memory.Regions.Length;
        ulong modules = (ulong)_info.Modules.Length;
        ulong screen = (ulong)_info.Framebuffer.Kind;
        ulong acpi = (ulong)_info.Acpi.Kind;
        ulong text = (_info.CommandLine.Text.IsEmpty ? 0UL : 1) + (_info.LoaderName.IsEmpty ? 0UL : 2);
        ulong place = error.IsError ? (error.Where.Value - address) / 64 % 32 : 0;
        return regions | modules << 8 | screen << 16 | acpi << 20 | text << 24 | place << 32;
    }

    private void AssertDecodesAlike()
    {
        BootInfo fresh = default;
        Assert.False(BootInfo.Decode(protocol, new PhysAddr(address), ref fresh).IsError);
        Assert.True(fresh.Memory.Regions.SequenceEqual(_info.Memory.Regions));
        Assert.True(fresh.CommandLine.Text.SequenceEqual(_info.CommandLine.Text));
        Assert.True(fresh.LoaderName.SequenceEqual(_info.LoaderName));
        Assert.True(fresh.Framebuffer == _info.Framebuffer && fresh.Acpi == _info.Acpi);
        Assert.True(fresh.Modules.Length == _info.Modules.Length);
        for (int i = 0; i < fresh.Modules.Length; i++)
        {
            Assert.True(fresh.Modules[i].Range == _info.Modules[i].Range);
            Assert.True(fresh.Modules[i].CommandLine.SequenceEqual(_info.Modules[i].CommandLine));
        }
    }

    /// <summary>A number of four bytes in an input.</summary>
    protected static uint NumberAt(ReadOnlySpan<byte> input, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(input[at..]);
}
