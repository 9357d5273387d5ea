using System;
using Kernel.Abi;
using Kernel.Audit;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>
/// The audit that Tests/AuditImage does before each call, on a small system that is damaged in every way it knows.
/// </summary>
public class SystemAuditTests
{
    private readonly TaskRig _rig = new(frames: 300, pages: 4);
    private readonly SimTaskSlot _child;

    public SystemAuditTests()
    {
        _rig.Write(_rig.First, TaskRig.Pages, [1]);
        Assert.True(_rig.Call(SystemCall.Fork) > 0);
        _rig.Call(SystemCall.Yield);
        _child = _rig.Core.Current;
        Assert.NotEqual(_rig.First, _child);
        _rig.Call(SystemCall.Receive);
        Assert.Equal(_rig.First, _rig.Core.Current);
        Assert.Equal(TaskState.Receiving, Core.StateOf(_child));
    }

    [Fact]
    public void ASoundSystemIsFoundSound() => Assert.Equal(default, SystemAudit.Check(ref _rig.Core));

    [Fact]
    public void AReferenceTooManyIsFound() =>
        AssertFound(SystemRule.References, () => SimMachine.Record(_child.Task.Space.Root).References++);

    [Fact]
    public void AWeightThatIsNotTrueIsFound() =>
        AssertFound(SystemRule.Weights, () => SimMachine.Record(_child.Task.Space.Root).Weight += new FrameCount(1));

    [Fact]
    public void TwoWritersAreFound() =>
        AssertFound(SystemRule.Writers, () => SimMachine.Record(APage).References++);

    [Fact]
    public void AnEntryForAFrameOfTheKernelsIsFound() => AssertFound(SystemRule.Targets, () =>
    {
        Frame table = ATable;
        int index = IndexOfPage(table);
        SimMachine.WriteEntry(
            table, index, new PageEntry(SimMachine.ReadEntry(table, index)).WithTarget(_child.Frame).Bits);
    });

    [Fact]
    public void ATaskAboveItsQuotaIsFound() =>
        AssertFound(SystemRule.Charges, () => _child.Task.Space.Quota = FrameCount.Zero);

    [Fact]
    public void ATaskThatIsInNoListIsFound() =>
        AssertFound(SystemRule.Lists, () => SimMachine.Record(_child.Frame).Receiving = 0);

    [Fact]
    public void ASerialThatIsNotTheTasksIsFound() =>
        AssertFound(SystemRule.Receiving, () => SimMachine.Record(_child.Frame).Receiving++);

    [Fact]
    public void AHandleThatIsNotCountedIsFound() =>
        AssertFound(SystemRule.Handles, () => _child.Task.Handles.At(63).Key = 63);

    [Fact]
    public void AFrameThatIsNobodysIsFound() =>
        AssertFound(SystemRule.Frames, () => SimMachine.Record(APage).Use = FrameUse.Free);

    private Frame ATable
    {
        get
        {
            Frame frame = _rig.Memory.Frames.Records.All[0].Described.First;
            while (SimMachine.Record(frame).Use != FrameUse.Table || IndexOfPage(frame) < 0)
            {
                frame += new FrameCount(1);
                Assert.True(_rig.Memory.Frames.Records.Cover(frame));
            }

            return frame;
        }
    }

    private Frame APage => new PageEntry(SimMachine.ReadEntry(ATable, IndexOfPage(ATable))).Target;

    private static int IndexOfPage(Frame table)
    {
        for (int index = 0; index < SimMachine.Geometry.EntriesPerTable; index++)
        {
            var entry = new PageEntry(SimMachine.ReadEntry(table, index));
            if (entry.IsPresent && (entry.Bits & PageEntry.User) != 0
                && SimMachine.Record(entry.Target).Use == FrameUse.Page)
            {
                return index;
            }
        }

        return -1;
    }

    private void AssertFound(SystemRule rule, Action damage)
    {
        damage();
        Assert.Equal(rule, SystemAudit.Check(ref _rig.Core).Rule);
    }
}
