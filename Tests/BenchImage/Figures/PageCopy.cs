using System;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>A page is copied to another one.</summary>
internal readonly struct PageCopy : IOperation
{
    private static Frame s_source;
    private static Frame s_target;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "page-copy"u8;

    /// <inheritdoc/>
    public static void Prepare()
    {
        s_source = TestPage.Take(seed: 0);
        s_target = TestPage.Take(seed: 1_000_000);
    }

    /// <inheritdoc/>
    public static void Run() => Machine.CopyPage(s_target, s_source);

    /// <inheritdoc/>
    public static void Finish()
    {
        bool isRight = Machine.PageTable(s_source.Address).SequenceEqual(Machine.PageTable(s_target.Address));
        TestPage.Return(s_target, isRight);
        TestPage.Return(s_source, isRight);
    }
}
