using System;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>A page is filled with zeros.</summary>
internal readonly struct PageClear : IOperation
{
    private static Frame s_page;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "page-clear"u8;

    /// <inheritdoc/>
    public static void Prepare() => s_page = TestPage.Take(seed: 0);

    /// <inheritdoc/>
    public static void Run() => Machine.ClearPage(s_page);

    /// <inheritdoc/>
    public static void Finish()
    {
        ulong bits = 0;
        foreach (ulong word in Machine.PageTable(s_page.Address))
        {
            bits |= word;
        }

        TestPage.Return(s_page, isRight: bits == 0);
    }
}
