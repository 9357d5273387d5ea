using FsCheck;
using FsCheck.Fluent;
using Kernel.Tests.Host.Text;
using Xunit;
using Property = Kernel.Tests.Host.Text.Property;

namespace Kernel.Tests.Host.Memory;

public class FrameProgramTests
{
    // Often enough of each for memory to run out and to come together again.
    private static readonly Gen<FrameStep> s_step =
        from kind in Gen.Frequency(
            (6, Gen.Constant(FrameStepKind.Take)),
            (2, Gen.Constant(FrameStepKind.TakeZeroed)),
            (3, Gen.Constant(FrameStepKind.TakeBlock)),
            (1, Gen.Constant(FrameStepKind.FillReserve)),
            (1, Gen.Constant(FrameStepKind.Split)),
            (6, Gen.Constant(FrameStepKind.Release)))
        from choice in Gen.Choose(0, 9999)
        select new FrameStep(kind, choice);

    [Fact]
    public void ProgramsOnSparseMemoryDoWhatASetOfFramesWouldDo() =>
        Property.Holds(
            s_step.ArrayOf(150), steps => Run(FrameMemory.Sparse(), steps), runs: Programs.PartOf(100, least: 10));

    [Fact]
    public void ProgramsOnTinyMemoryDoWhatASetOfFramesWouldDo() => Property.Holds(
        from size in Gen.Choose(1, 90) from steps in s_step.ArrayOf(150) select (size, steps),
        program => Run(FrameMemory.Tiny((uint)program.size), program.steps),
        runs: Programs.PartOf(200, least: 20));

    private static void Run(FrameMemory memory, FrameStep[] steps)
    {
        var atStart = memory.FreeBlocks();
        var model = new FrameModel(memory);
        foreach (FrameStep step in steps)
        {
            model.Do(step);
        }

        model.ReleaseAll();
        memory.Frames.TryGather();
        memory.AssertSound();
        Assert.Equal(atStart, memory.FreeBlocks());
    }
}
