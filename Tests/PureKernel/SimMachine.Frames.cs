using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Machines;

/// <content>
/// Frames and their records. Both come into being when they are first used, so that a machine may have memory that
/// the host lacks; a frame of one pattern throughout takes no more room than that.
/// </content>
public sealed partial class SimMachine
{
    private const uint RecordsPerPage = 4096 / FrameRecord.Size;

    private readonly Dictionary<uint, FrameRecord[]> _records = [];
    private readonly Dictionary<uint, ulong> _patterns = [];

    // The page of records that was used last: the next one is mostly of the same.
    private FrameRecord[] _lastRecords = [];
    private uint _lastPage = uint.MaxValue;

    /// <summary>
    /// Whether the page of records that has this frame's is mapped; all are until a test says otherwise.
    /// </summary>
    public Func<Frame, bool> HasRecord { get; set; } = static _ => true;

    /// <summary>
    /// Memory comes with zeros, and keeps what it holds when it is given back: as an emulated machine's under a kernel
    /// that was not built to find who reads it then.
    /// </summary>
    public bool KeepsContents { get; set; }

    /// <summary>How many pages of records were used.</summary>
    public int RecordPages => _records.Count;

    /// <summary>Whether every word of a frame holds <paramref name="pattern"/>.</summary>
    public bool Holds(Frame frame, ulong pattern) =>
        Physical is { } physical ? physical.Holds(frame.Address, pattern)
        : _pageTables.TryGetValue(frame.Address.Value, out ulong[]? words)
            ? !words.AsSpan().ContainsAnyExcept(pattern)
            : ContentsOf(frame) == pattern;

    private ulong ContentsOf(Frame frame) =>
        _patterns.TryGetValue(frame.Number, out ulong pattern) ? pattern : KeepsContents ? 0 : UnknownContents;

    /// <inheritdoc/>
    public static ref FrameRecord Record(Frame frame)
    {
        SimMachine machine = Current;
        uint page = frame.Number / RecordsPerPage;
        if (page != machine._lastPage)
        {
            machine._lastRecords = machine.RecordsOf(page, frame);
            machine._lastPage = page;
        }

        return ref machine._lastRecords[frame.Number % RecordsPerPage];
    }

    private FrameRecord[] RecordsOf(uint page, Frame frame)
    {
        if (_records.TryGetValue(page, out FrameRecord[]? records))
        {
            return records;
        }

        if (!HasRecord(frame))
        {
            throw new SimPanicException($"page fault: frame {frame.Number:x} has no record");
        }

        records = new FrameRecord[RecordsPerPage];
        MemoryMarshal.Cast<FrameRecord, ulong>(records.AsSpan()).Fill(UnknownContents);
        _records.Add(page, records);
        return records;
    }

    /// <inheritdoc/>
    public static void ClearPage(Frame frame) => FillPage(frame, 0);

    /// <inheritdoc/>
    public static void FillPage(Frame frame, ulong pattern)
    {
        if (Current.KeepsContents && pattern == FreedFrames.Junk)
        {
            return;
        }

        if (Current.Physical is { } physical)
        {
            physical.Fill(frame.Address, pattern);
        }
        else if (Current._pageTables.TryGetValue(frame.Address.Value, out ulong[]? words))
        {
            Array.Fill(words, pattern);
        }
        else
        {
            Current._patterns[frame.Number] = pattern;
        }
    }

    /// <inheritdoc/>
    public static void CopyPage(Frame target, Frame source)
    {
        if (Current.Physical is { } physical)
        {
            physical.Copy(source.Address, target.Address);
        }
        else
        {
            PageTable(source.Address).CopyTo(PageTable(target.Address));
        }
    }

    /// <inheritdoc/>
    public static void CopyBytes(Frame target, int targetOffset, Frame source, int sourceOffset, int count) =>
        PageBytes(source).Slice(sourceOffset, count).CopyTo(PageBytes(target).Slice(targetOffset, count));

    /// <inheritdoc/>
    public static Span<byte> PageBytes(Frame frame) => Current.Physical is { } physical
        ? physical.BorrowBytes(frame.Address)
        : MemoryMarshal.AsBytes(PageTable(frame.Address));

    /// <inheritdoc/>
    [DoesNotReturn]
    public static void Panic(ReadOnlySpan<byte> reason) => throw new SimPanicException(Encoding.UTF8.GetString(reason));
}
