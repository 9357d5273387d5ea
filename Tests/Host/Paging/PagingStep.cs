using System;

namespace Kernel.Tests.Host.Paging;

internal enum PagingStepKind
{
    Create,
    Destroy,
    Map,
    MapStack,
    MapFrame,
    Unmap,
    Protect,
    Fork,
    Lend,
    Read,
    Write,
    Execute,
    Switch,
    Reap,
    Merge,
}

/// <summary>A step of a program on a few address spaces; numbers that are too large wrap round.</summary>
internal readonly record struct PagingStep(
    PagingStepKind Kind, int Space, int Other, int Page, int Count, int At, int Choice)
{
    private static readonly PagingStepKind[] s_kinds = Spread(
        (PagingStepKind.Create, 4), (PagingStepKind.Destroy, 2), (PagingStepKind.Map, 8), (PagingStepKind.MapStack, 2),
        (PagingStepKind.MapFrame, 4), (PagingStepKind.Unmap, 6), (PagingStepKind.Protect, 6), (PagingStepKind.Fork, 6),
        (PagingStepKind.Lend, 12), (PagingStepKind.Read, 8), (PagingStepKind.Write, 26), (PagingStepKind.Execute, 3),
        (PagingStepKind.Switch, 3), (PagingStepKind.Reap, 6), (PagingStepKind.Merge, 4));

    public static PagingStep Random(Random random)
    {
        // Small runs most of the time, so that programs do not fill the space and stop.
        int count = random.Next(4) == 0 ? random.Next(32) : random.Next(5);
        return new PagingStep(
            s_kinds[random.Next(s_kinds.Length)],
            random.Next(4), random.Next(4), random.Next(1 << 12), count + 1, random.Next(1 << 12), random.Next(1 << 12));
    }

    private static PagingStepKind[] Spread(params ReadOnlySpan<(PagingStepKind Kind, int Weight)> kinds)
    {
        var all = new System.Collections.Generic.List<PagingStepKind>();
        foreach ((PagingStepKind kind, int weight) in kinds)
        {
            for (int i = 0; i < weight; i++)
            {
                all.Add(kind);
            }
        }

        return [.. all];
    }
}
