using System;
using Kernel.Memory;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <content>What is there before, and what the other owner does afterwards.</content>
internal static partial class InvalidationCases
{
    private static Action<PagingScene> Filled(int count) => scene => scene.Fill(ref scene.A, 66, count);

    private static Action<PagingScene> FilledAndForked(int count) => scene =>
    {
        scene.Fill(ref scene.A, 66, count);
        Fork(scene);
    };

    private static Action<PagingScene> ToCome(int count) => scene => scene.Rig.Map(ref scene.A, 66, count);

    private static Action<PagingScene> Executable(int count) => scene =>
    {
        scene.Rig.Map(ref scene.A, 66, count, PageRights.Execute);
        TouchAll(scene, count);
    };

    private static Action<PagingScene> ReadOnly(int count) => scene =>
    {
        scene.Rig.Map(ref scene.A, 66, count, PageRights.Read);
        TouchAll(scene, count);
    };

    private static void TouchAll(PagingScene scene, int count)
    {
        for (int page = 66; page < 66 + count; page++)
        {
            scene.Touch(ref scene.A, page);
        }
    }

    private static void WayOwned(PagingScene scene)
    {
        FilledAndForked(3)(scene);
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.A, 67, 1));
    }

    // Page 68 is there, 66 is to come, and a fork has the tables as well.
    private static void ToComeBesideShared(PagingScene scene)
    {
        scene.Rig.Map(ref scene.A, 66, 1);
        scene.Fill(ref scene.A, 68, 1);
        Fork(scene);
    }

    private static void SharedBeside(PagingScene scene)
    {
        scene.Fill(ref scene.A, 68, 1);
        Fork(scene);
    }

    // Page 66, and one behind the next entry of the root.
    private static void FilledTwiceAndForked(PagingScene scene)
    {
        scene.Fill(ref scene.A, 66, 1);
        scene.Fill(ref scene.A, 4096 + 2, 1);
        Fork(scene);
    }

    private static void LargeAt64(PagingScene scene) => Succeed(scene.MapBlock(ref scene.A, 64, level: 2));

    private static void LargeAndForked(PagingScene scene)
    {
        LargeAt64(scene);
        Fork(scene);
    }

    private static void PieceLent(PagingScene scene)
    {
        LargeAt64(scene);
        scene.B = scene.Rig.Create();
        Succeed(scene.Lend(ref scene.A, 67, 1, ref scene.B, 67));
    }

    // The other owner gets a page of its own in the table that both had.
    private static void WriteByOther(PagingScene scene) =>
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.B, 68, 0x77));

    private static void UnmapByOther(PagingScene scene) => Succeed(scene.Unmap(ref scene.B, 4096 + 2, 1));
}
