using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Kernel.Machines;
using Kernel.Tasks;
using Kernel.Units;

namespace Simulator.Hardware;

/// <summary>
/// A machine whose memory is arrays: small pages and tables, so that every case is near; processors that remember all
/// that they may (<see cref="Caches"/>); and a list of the frames that the kernel has looked at
/// (<see cref="Touched"/>), for audits that go over no more than that. There is one to a process.
/// </summary>
internal sealed partial class FlatMachine : IMachine
{
    /// <summary>The frame below the memory: the root that leaves the user half empty.</summary>
    public const int FirstNumber = (int)((32UL << 20) >> Frame.Shift) - 1;

    private const int PageBits = 8;
    private const int IndexBits = 4;
    private const int WordsPerFrame = (1 << PageBits) / sizeof(ulong);
    private const int WordsPerHandles = (1 << Frame.Shift) / sizeof(ulong);

    private static ulong[] s_words = [];
    private static ulong[]?[] s_handles = [];
    private static FrameRecord[] s_records = [];
    private static Task[]?[] s_tasks = [];
    private static FrameRecord s_none;
    private static byte[] s_firmware = [];
    private static ulong s_firmwareStart;
    private static byte[] s_archive = [];
    private static ulong s_archiveStart;

    private FlatMachine()
    {
    }

    /// <summary>The frames, that of the kernel's root among them.</summary>
    public static int FrameCount => s_records.Length;

    /// <summary>What a processor remembers; the first one runs the kernel and its programs.</summary>
    public static Caches[] Processors { get; private set; } = [];

    /// <summary>Who has the handles that are in a frame, as the audit last saw it.</summary>
    public static int[] Holders { get; private set; } = [];

    /// <summary>The kernel's root.</summary>
    public static Frame KernelRoot => new(FirstNumber);

    /// <inheritdoc/>
    public static Geometry Geometry => new(4, IndexBits, PageBits);

    /// <inheritdoc/>
    public static ulong TimeStamp { get; set; }

    /// <inheritdoc/>
    public static Span<byte> ScreenMemory => default;

    /// <summary>A new machine with so many frames, all contents unknown, and so many processors.</summary>
    public static void Reset(int frames, int processors)
    {
        int count = frames + 1;
        s_words = s_words.Length == count * WordsPerFrame ? s_words : new ulong[count * WordsPerFrame];
        s_records = s_records.Length == count ? s_records : new FrameRecord[count];
        s_tasks = s_tasks.Length == count ? s_tasks : new Task[count][];
        s_handles = new ulong[count][];
        Holders = new int[count];
        TimeStamp = 0;
        Array.Fill(s_words, 0xDEAD_BEEF_DEAD_BEEF);
        s_words.AsSpan(0, WordsPerFrame).Clear();
        MemoryMarshal.Cast<FrameRecord, ulong>(s_records.AsSpan()).Fill(0xDEAD_BEEF_DEAD_BEEF);
        s_records[0] = default;
        s_none = default;
        Touched = new TouchedFrames(count);
        Processors = new Caches[processors];
        for (int i = 0; i < processors; i++)
        {
            Processors[i] = new Caches(KernelRoot);
        }
    }

    /// <summary>Puts what the firmware tells, and the archive of programs, where the kernel finds them.</summary>
    public static void AddFirmware(ulong start, byte[] firmware, ulong archiveStart, byte[] archive) =>
        (s_firmwareStart, s_firmware, s_archiveStart, s_archive) = (start, firmware, archiveStart, archive);

    /// <summary>The number of a frame in the machine's arrays.</summary>
    /// <exception cref="SimulationException">There is no such frame.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(Frame frame)
    {
        uint index = frame.Number - (uint)FirstNumber;
        if (index >= (uint)s_records.Length)
        {
            SimulationException.Throw($"there is no frame {frame.Number:x}");
        }

        return (int)index;
    }

    /// <summary>The frame of this number.</summary>
    public static Frame FrameAt(int index) => new((uint)(FirstNumber + index));

    /// <summary>The words of a frame, for whoever only looks.</summary>
    public static ReadOnlySpan<ulong> Words(int index) => s_words.AsSpan(index * WordsPerFrame, WordsPerFrame);

    /// <summary>A record, for whoever only looks.</summary>
    public static ref readonly FrameRecord Peek(int index) => ref s_records[index];

    /// <summary>Whether a task's record is in a frame, for whoever only looks.</summary>
    public static bool IsTask(Frame frame) => s_records[IndexOf(frame)].Use == FrameUse.Task;

    /// <summary>The handles in a frame that holds some, for whoever only looks.</summary>
    public static ReadOnlySpan<HandleEntry> PeekHandles(int index) =>
        MemoryMarshal.Cast<ulong, HandleEntry>(s_handles[index].AsSpan());

    /// <summary>A task's record, for whoever only looks.</summary>
    public static ref Task PeekTask(int index) => ref s_tasks[index]![0];

    /// <inheritdoc/>
    public static byte ReadPort(ushort port) => 0xFF;

    /// <inheritdoc/>
    public static void WritePort(ushort port, byte value)
    {
        // Nobody listens.
    }

    /// <inheritdoc/>
    public static CpuIdResult CpuId(uint leaf, uint subleaf) => default;

    /// <inheritdoc/>
    public static bool TryReadPhysical(PhysAddr start, int length, out ReadOnlySpan<byte> bytes) =>
        TryRead(s_firmwareStart, s_firmware, start, length, out bytes)
        || TryRead(s_archiveStart, s_archive, start, length, out bytes);

    /// <inheritdoc/>
    public static Span<byte> PageBytes(Frame frame) => MemoryMarshal.AsBytes(
        s_records[IndexOf(frame)].Use == FrameUse.Handles ? HandlesIn(IndexOf(frame)) : PageTable(frame.Address));

    /// <inheritdoc/>
    public static Span<ulong> PageTable(PhysAddr frame) =>
        s_words.AsSpan(IndexOf(Frame.Holding(frame)) * WordsPerFrame, WordsPerFrame);

    /// <inheritdoc/>
    [DoesNotReturn]
    public static void Panic(ReadOnlySpan<byte> reason) =>
        throw new SimulationException($"panic: {Encoding.UTF8.GetString(reason)}");

    private static bool TryRead(
        ulong at, byte[] contents, PhysAddr start, int length, out ReadOnlySpan<byte> bytes)
    {
        ulong offset = start.Value - at;
        bool isInside = length >= 0 && offset <= (ulong)contents.Length
            && (ulong)length <= (ulong)contents.Length - offset;
        bytes = isInside ? contents.AsSpan((int)offset, length) : default;
        return isInside;
    }
}
