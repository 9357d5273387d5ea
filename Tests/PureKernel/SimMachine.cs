using System;
using System.Collections.Generic;
using Kernel.Simulation;
using Kernel.Units;

namespace Kernel.Machines;

/// <summary>
/// The machine that the pure rooms run on under test: ports that a test scripts, a clock that it sets, memory that
/// it fills. One to a thread, so that tests run side by side; <see cref="Reset"/> starts afresh.
/// </summary>
public sealed partial class SimMachine : IMachine
{
    // Memory comes with whatever was in it.
    private const ulong UnknownContents = 0xDEAD_BEEF_DEAD_BEEF;

    [ThreadStatic]
    private static SimMachine? s_current;

    private readonly List<(ulong Start, Memory<byte> Bytes)> _memory = [];
    private readonly Dictionary<ulong, ulong[]> _pageTables = [];
    private byte[] _screen = [];
    private ulong _timeStamp;

    /// <summary>What reading a port gives; 0xFF, as from an empty bus, until a test says otherwise.</summary>
    public Func<ushort, byte> OnReadPort { get; set; } = static _ => 0xFF;

    /// <summary>What a port is written with.</summary>
    public Action<ushort, byte> OnWritePort { get; set; } = static (_, _) => { };

    /// <summary>What CPUID gives for a leaf and subleaf; zeros until a test says otherwise.</summary>
    public Func<uint, uint, CpuIdResult> OnCpuId { get; set; } = static (_, _) => default;

    /// <summary>
    /// Told of every read of physical memory: where, how many bytes, and whether they were all there.
    /// </summary>
    public Action<PhysAddr, int, bool> OnReadPhysical { get; set; } = static (_, _, _) => { };

    /// <summary>
    /// Memory that page walks see; null until a test attaches it. From then on page tables and contents of frames lie
    /// there.
    /// </summary>
    public SimPhysical? Physical { get; private set; }

    /// <summary>The processor's memory management unit; null until a test attaches it.</summary>
    public SimMmu? Mmu { get; private set; }

    /// <summary>The frames that were used as page tables.</summary>
    public IReadOnlyCollection<ulong> PageTableFrames => _pageTables.Keys;

    /// <summary>This thread's machine.</summary>
    public static SimMachine Current => s_current ?? Reset();

    /// <summary>Gives this thread a new machine.</summary>
    public static SimMachine Reset() => s_current = new SimMachine();

    /// <summary>Sets the time-stamp counter.</summary>
    public void SetTimeStamp(ulong ticks) => _timeStamp = ticks;

    /// <summary>Gives the machine a screen whose memory is <paramref name="memory"/>.</summary>
    public void SetScreen(byte[] memory) => _screen = memory;

    /// <summary>Puts physical memory with these contents at <paramref name="start"/>.</summary>
    public void AddMemory(ulong start, Memory<byte> contents) => _memory.Add((start, contents));

    /// <summary>Gives the machine a memory management unit, and the memory that it walks.</summary>
    public void Attach(SimPhysical physical, SimMmu mmu)
    {
        Physical = physical;
        Mmu = mmu;
    }

    /// <inheritdoc/>
    public static byte ReadPort(ushort port) => Current.OnReadPort(port);

    /// <inheritdoc/>
    public static void WritePort(ushort port, byte value) => Current.OnWritePort(port, value);

    /// <inheritdoc/>
    public static ulong TimeStamp => Current._timeStamp;

    /// <inheritdoc/>
    public static Span<byte> ScreenMemory => Current._screen;

    /// <inheritdoc/>
    public static bool TryReadPhysical(PhysAddr start, int length, out ReadOnlySpan<byte> bytes)
    {
        bool isThere = Current.TryFindMemory(start.Value, length, out Memory<byte> found);
        Current.OnReadPhysical(start, length, isThere);
        bytes = found.Span;
        return isThere;
    }

    /// <inheritdoc/>
    public static CpuIdResult CpuId(uint leaf, uint subleaf) => Current.OnCpuId(leaf, subleaf);

    /// <inheritdoc/>
    public static Geometry Geometry => Current.Physical?.Geometry ?? Geometry.FourLevel;

    /// <inheritdoc/>
    public static Span<ulong> PageTable(PhysAddr frame)
    {
        if (Current.Physical is { } physical)
        {
            return physical.Borrow(frame);
        }

        if (!Current._pageTables.TryGetValue(frame.Value, out ulong[]? table))
        {
            table = new ulong[512];
            Array.Fill(table, Current.ContentsOf(Frame.Holding(frame)));
            Current._pageTables.Add(frame.Value, table);
        }

        return table;
    }

    private bool TryFindMemory(ulong start, int length, out Memory<byte> found)
    {
        foreach ((ulong at, Memory<byte> contents) in _memory)
        {
            if (length >= 0 && start >= at && start - at <= (ulong)contents.Length
                && (ulong)length <= (ulong)contents.Length - (start - at))
            {
                found = contents.Slice((int)(start - at), length);
                return true;
            }
        }

        found = default;
        return false;
    }
}
