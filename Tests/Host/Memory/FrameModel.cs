using System.Collections.Generic;
using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Memory;

/// <summary>
/// What the allocator must do, said with a set of free frames and a list of blocks in use, and searched naively. Every
/// operation is done on both and compared.
/// </summary>
internal sealed class FrameModel
{
    private readonly FrameMemory _memory;
    private readonly SortedSet<uint> _free;
    private readonly List<(Frame First, FrameOrder Order)> _used = [];

    public FrameModel(FrameMemory memory)
    {
        _memory = memory;
        _free = memory.FreeFrames();
    }

    public void Do(FrameStep step)
    {
        switch (step.Kind)
        {
            case FrameStepKind.Take:
                Take(_memory.Frames.TryTake(FrameUse.Page, out Frame any), any);
                break;
            case FrameStepKind.TakeZeroed:
                bool isTaken = _memory.Frames.TryTakeZeroed(FrameUse.Table, out Frame zeroed);
                Take(isTaken, zeroed);
                Assert.True(!isTaken || SimMachine.Current.Holds(zeroed, 0));
                break;
            case FrameStepKind.TakeBlock:
                TakeBlock(new FrameOrder((byte)(step.Choice % 10)), (FrameZone)(step.Choice / 10 % 4));
                break;
            case FrameStepKind.FillReserve:
                FillReserve((uint)step.Choice % 100);
                break;
            case FrameStepKind.Split when _used.Count > 0:
                Split(step.Choice % _used.Count);
                break;
            case FrameStepKind.Release when _used.Count > 0:
                Release(step.Choice % _used.Count, atOnce: step.Choice % 3 != 0);
                break;
        }

        Compare();
    }

    public void ReleaseAll()
    {
        while (_used.Count > 0)
        {
            Release(_used.Count - 1, atOnce: true);
        }

        Compare();
    }

    private void Take(bool isTaken, Frame frame)
    {
        Assert.Equal(_free.Count > 0, isTaken);
        if (isTaken)
        {
            Keep(frame, FrameOrder.One);
        }
    }

    private void TakeBlock(FrameOrder order, FrameZone zone)
    {
        bool exists = _free.Any(first => BlockIsFree(new Frame(first), order, zone));
        Assert.Equal(exists, _memory.Frames.TryTakeBlock(order, zone, FrameUse.Page, out Frame block));
        if (exists)
        {
            Assert.True(order.Aligns(block));
            Assert.True(BuddyLists.ZoneOf(block) <= zone);
            Keep(block, order);
        }
    }

    private void Keep(Frame first, FrameOrder order)
    {
        Assert.Equal(1U, FrameTable.References(first));
        Assert.All(Numbers(first, order), number => Assert.True(_free.Remove(number)));
        _used.Add((first, order));
    }

    private void Split(int index)
    {
        (Frame first, FrameOrder order) = _used[index];
        if (order == FrameOrder.One)
        {
            return;
        }

        FrameTable.Split(first, FrameOrder.One);
        _used.RemoveAt(index);
        _used.AddRange(Numbers(first, order).Select(number => (new Frame(number), FrameOrder.One)));
    }

    private void Release(int index, bool atOnce)
    {
        (Frame first, FrameOrder order) = _used[index];
        if (atOnce)
        {
            FrameTable.AddReference(first);
            _memory.Frames.ReleaseReference(first);
            _memory.Frames.ReleaseReference(first);
        }
        else
        {
            Assert.True(FrameTable.DropReference(first));
            _memory.Frames.Release(first);
        }

        Assert.All(
            Numbers(first, order),
            number => Assert.True(SimMachine.Current.Holds(new Frame(number), FreedFrames.Junk)));
        _free.UnionWith(Numbers(first, order));
        _used.RemoveAt(index);
    }

    private void FillReserve(uint budget)
    {
        uint before = _memory.Frames.ZeroedFrames.Value;
        uint cleared = _memory.Frames.FillReserve(new FrameCount(budget)).Value;
        uint room = System.Math.Min(FrameCache.Capacity, (uint)_free.Count) - before;
        Assert.Equal(System.Math.Min(budget, room), cleared);
        Assert.Equal(before + cleared, _memory.Frames.ZeroedFrames.Value);
    }

    // Sound records are a partition: if those in use are the model's and as many frames are free, the same are.
    private void Compare()
    {
        _memory.AssertSound();
        Assert.Equal((uint)_free.Count, _memory.Frames.Free.Value);
        foreach ((Frame first, FrameOrder order) in _used)
        {
            FrameRecord record = SimMachine.Record(first);
            Assert.True(record.Use >= FrameUse.Kernel && record.Order == order && record.References == 1);
        }
    }

    private bool BlockIsFree(Frame first, FrameOrder order, FrameZone zone) =>
        order.Aligns(first) && Numbers(first, order).All(number =>
            _free.Contains(number) && BuddyLists.ZoneOf(new Frame(number)) <= zone);

    private static IEnumerable<uint> Numbers(Frame first, FrameOrder order)
    {
        for (uint i = 0; i < order.Frames.Value; i++)
        {
            yield return first.Number + i;
        }
    }
}
