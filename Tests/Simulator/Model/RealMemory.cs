using System;
using System.Runtime.InteropServices;
using Kernel.Memory;
using Kernel.Units;
using Simulator.Hardware;

namespace Simulator.Model;

/// <summary>What the tables of a task really lead to, read bit by bit.</summary>
internal static class RealMemory
{
    /// <summary>Reads bytes that are mapped; a page to come is zeros.</summary>
    public static void Read(ModelTask task, ulong start, Span<byte> into)
    {
        while (!into.IsEmpty)
        {
            int offset = (int)start & (ModelPage.Size - 1);
            int count = int.Min(into.Length, ModelPage.Size - offset);
            PageAt(task, start).Slice(offset, count).CopyTo(into);
            into = into[count..];
            start += (ulong)count;
        }
    }

    /// <summary>A task's memory holds these bytes.</summary>
    /// <exception cref="SimulationException">It does not.</exception>
    public static void AssertHolds(ModelTask task, ulong start, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int offset = (int)start & (ModelPage.Size - 1);
            int count = int.Min(bytes.Length, ModelPage.Size - offset);
            if (!PageAt(task, start).Slice(offset, count).SequenceEqual(bytes[..count]))
            {
                SimulationException.Throw($"task {task.Number:x} does not hold what it should at {start:x}");
            }

            bytes = bytes[count..];
            start += (ulong)count;
        }
    }

    /// <summary>What is in the page at an address.</summary>
    public static ReadOnlySpan<byte> PageAt(ModelTask task, ulong address) =>
        TableWalk.TryTranslate(RootOf(task), new VirtAddr(address), out int frame, out _)
            ? MemoryMarshal.AsBytes(FlatMachine.Words(frame))
            : ModelPage.Zeros;

    /// <summary>All pages of a task are mapped as they should be and hold what they should; others are not.</summary>
    /// <exception cref="SimulationException">It is not so.</exception>
    public static void AssertSame(ModelTask task)
    {
        foreach ((ulong number, ModelPage page) in task.Memory.Pages)
        {
            ulong address = number << ModelPage.Shift;
            PageInfo info = PagingManager.Query(in FlatMachine.PeekTask(task.Number).Space, new VirtAddr(address));
            bool isGuard = info.State == PageState.Guard;
            bool isSame = isGuard == page.IsGuard && info.State != PageState.Unmapped && (isGuard
                || (page.MayWrite == ((info.Rights & PageRights.Write) != 0)
                    && page.MayExecute == ((info.Rights & PageRights.Execute) != 0)));
            if (!isSame)
            {
                SimulationException.Throw($"task {task.Number:x} has page {address:x} as {info}, not as {page}");
            }

            AssertHolds(task, address, page.Contents);
        }

        int mapped = CountPages(FlatMachine.IndexOf(RootOf(task)), FlatMachine.Geometry.Levels);
        if (mapped != task.Memory.Pages.Count)
        {
            SimulationException.Throw(
                $"task {task.Number:x} has {mapped} pages mapped, not {task.Memory.Pages.Count}");
        }
    }

    private static Frame RootOf(ModelTask task) => FlatMachine.PeekTask(task.Number).Space.Root;

    private static int CountPages(int table, int level)
    {
        int count = level == FlatMachine.Geometry.Levels
            ? FlatMachine.Geometry.EntriesPerTable / 2
            : FlatMachine.Geometry.EntriesPerTable;
        int pages = 0;
        foreach (ulong bits in FlatMachine.Words(table)[..count])
        {
            bool isPresent = (bits & PageEntry.Present) != 0;
            pages += bits == 0 ? 0
                : isPresent && level > 1
                    ? CountPages(FlatMachine.IndexOf(new PageEntry(bits).Target), level - 1)
                : 1 << ((level - 1) * FlatMachine.Geometry.IndexBits);
        }

        return pages;
    }
}
