using System;
using System.Runtime.InteropServices;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// All there is, bit by bit: memory, records, the paging manager and the spaces.
/// </summary>
internal sealed class PagingSnapshot
{
    private readonly PagingRig _rig;
    private readonly ulong[][] _words;
    private readonly byte[] _records;
    private readonly byte[] _manager;
    private readonly byte[] _spaces;

    public PagingSnapshot(PagingRig rig, ReadOnlySpan<AddressSpace> spaces)
    {
        _rig = rig;
        _words = new ulong[rig.Physical.FrameCount - 1][];
        var records = new FrameRecord[_words.Length];
        for (int i = 0; i < _words.Length; i++)
        {
            Frame frame = PagingRig.FirstFrame + new FrameCount((uint)i);
            _words[i] = WordsOf(rig, frame);
            records[i] = SimMachine.Record(frame);
        }

        _records = MemoryMarshal.AsBytes<FrameRecord>(records).ToArray();
        _manager = MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref rig.Memory, 1)).ToArray();
        _spaces = MemoryMarshal.AsBytes(spaces).ToArray();
    }

    /// <summary>Nothing has changed since, whatever was done.</summary>
    public void AssertUnchanged(ReadOnlySpan<AddressSpace> spaces, string what)
    {
        var now = new PagingSnapshot(_rig, spaces);
        for (int i = 0; i < _words.Length; i++)
        {
            Assert.True(_words[i].AsSpan().SequenceEqual(now._words[i]), $"{what}: the contents of frame {i} changed");
        }

        Assert.True(_records.AsSpan().SequenceEqual(now._records), $"{what}: a record changed");
        Assert.True(_manager.AsSpan().SequenceEqual(now._manager), $"{what}: the manager changed");
        Assert.True(_spaces.AsSpan().SequenceEqual(now._spaces), $"{what}: a space changed");
    }

    private static ulong[] WordsOf(PagingRig rig, Frame frame)
    {
        int count = Math.Max(rig.Geometry.EntriesPerTable, (1 << rig.Geometry.PageBits) / sizeof(ulong));
        ulong[] words = new ulong[count];
        for (int index = 0; index < count; index++)
        {
            words[index] = rig.Physical.ReadEntry(frame.Address, index);
        }

        return words;
    }
}
