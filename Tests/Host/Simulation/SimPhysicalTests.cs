using System;
using Kernel.Machines;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>Memory and what it notes of writes.</summary>
public sealed class SimPhysicalTests
{
    [Fact]
    public void PagesAndTablesLieInTheSameMemory()
    {
        var memory = new SimPhysical(new Geometry(4, 2, 5), 4);
        PhysAddr frame = SimPhysical.FrameAt(2);
        memory.WriteEntry(frame, 3, 0x1122_3344_5566_7788);
        Assert.Equal(0x88, memory.ReadByte(new PhysAddr(frame.Value + 24)));
        memory.WriteByte(new PhysAddr(frame.Value + 31), 0xAB);
        Assert.Equal(0xAB22_3344_5566_7788, memory.ReadEntry(frame, 3));
        memory.Copy(frame, SimPhysical.FrameAt(3));
        Assert.Equal(0xAB, memory.ReadByte(new PhysAddr(SimPhysical.FrameAt(3).Value + 31)));
    }

    [Fact]
    public void BeyondMemoryIsTheEmptyBus()
    {
        var memory = new SimPhysical(Geometry.FourLevel, 4);
        Assert.Equal(ulong.MaxValue, memory.ReadEntry(SimPhysical.FrameAt(4), 0));
        Assert.Equal(0xFF, memory.ReadByte(new PhysAddr(0x4000)));
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.WriteEntry(SimPhysical.FrameAt(4), 0, 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WritesThroughABorrowedTableAreSeenAndPutDownToTheirOperation(bool isInvalidated)
    {
        TableSpace space = NeededInvalidationTests.Filled();
        using (space.Mmu.Operation("unmap through a span"))
        {
            space.Memory.Borrow(space.TableOf(space.Page(5), 1))[1] = 0;
        }

        using (space.Mmu.Operation("next"))
        {
            space.Memory.Borrow(space.TableOf(space.Page(9), 1))[1] |= TableSpace.Mark;
            if (isInvalidated)
            {
                space.Mmu.InvalidatePage(space.Page(5));
            }
        }

        Verdict.Check(space, isInvalidated, Staleness.KeptTranslation, "unmap through a span");
    }

    [Fact]
    public void WriteBesideABorrowedTableCountsOnce()
    {
        TableSpace space = NeededInvalidationTests.Filled();
        PhysAddr table = space.TableOf(space.Page(5), 1);
        Span<ulong> entries = space.Memory.Borrow(table);
        space.Write("unmap", space.Page(5), 0);
        space.Mmu.InvalidatePage(space.Page(5));
        entries[1] = 0;
        Verdict.Unseen(space);
    }
}
