using Kernel.Audit;
using Kernel.Console;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// Programs of operations on address spaces, a line <c>paging SEED STEP ANSWER SUM</c> after each step: the host has to come
/// to the same lines.
/// </summary>
internal static class PagingRuns
{
    private static Laboratory s_laboratory;

    // All memory that the laboratory's can be part of.
    private static FrameOrder Block => new(14);

    /// <summary>Does them all.</summary>
    internal static void Play()
    {
        TakeRoom();
        for (ulong seed = 0; seed < PagingProgram.Seeds; seed++)
        {
            s_laboratory.Open(new Frame((uint)(State.Memory.ActiveRegister >> Frame.Shift)));
            Play(seed);
        }

        Log.Info($"paging end");
    }

    private static void Play(ulong seed)
    {
        var program = new PagingProgram(ref s_laboratory, seed);
        for (int number = 0; number < PagingProgram.Steps; number++)
        {
            PagingStep step = program.Next();
            Log.Info($"paging {seed} {number} {step.Answer:x} {step.Sum:x16}");
            TellBroken(step.Rule);
        }

        TellBroken(program.End());
    }

    private static void TellBroken(SystemRule rule)
    {
        if (rule != SystemRule.None)
        {
            Log.Error($"paging broken {(ulong)rule}");
        }
    }

    // The kernel touches none of it from now on.
    private static void TakeRoom()
    {
        while (State.Memory.Frames.TryTakeBlock(Block, FrameZone.Anywhere, FrameUse.Kernel, out _))
        {
        }

        for (Frame frame = Laboratory.Room.First; frame < Laboratory.Room.End; frame += Block.Frames)
        {
            ref readonly FrameRecord record = ref Machine.Record(frame);
            Scene.Insist(record.Use == FrameUse.Kernel && record.Order == Block);
        }
    }
}
