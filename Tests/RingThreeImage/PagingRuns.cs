using Kernel.Audit;
using Kernel.Console;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// Programs of operations on address spaces, scenes and memory maps, with a line for each step: <c>paging SEED STEP
/// ANSWER SUM</c>, <c>paging scene NUMBER SUM</c>, <c>paging map SEED SUM</c>. The host has to come to the same lines.
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
        var root = new Frame((uint)(State.Memory.ActiveRegister >> Frame.Shift));
        for (ulong seed = 0; seed < PagingProgram.Seeds; seed++)
        {
            Play(root, seed);
        }

        for (int scene = 0; scene < PagingScenes.Count; scene++)
        {
            s_laboratory.Open(root);
            Log.Info($"paging scene {scene} {PagingScenes.Play(ref s_laboratory, scene):x16}");
        }

        for (ulong seed = 0; seed < BootMaps.Count; seed++)
        {
            Log.Info($"paging map {seed} {BootMaps.Sum(ref s_laboratory, seed):x16}");
        }

        Log.Info($"paging end");
    }

    private static void Play(Frame root, ulong seed)
    {
        var program = new PagingProgram(ref s_laboratory, root, seed);
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
