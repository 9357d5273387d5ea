using System;
using Kernel.Abi;
using Kernel.Console;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Syscalls;

/// <summary>Print: text on the console of the kernel.</summary>
internal static class PrintCall
{
    private const ulong MostBytes = 4096;

    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        var at = new VirtAddr(arguments.First);
        var length = new ByteCount(arguments.Second);
        if (length.Value > MostBytes)
        {
            return CallError.BadArgument;
        }

        if (!PagingManager.Allows(in caller.Space, at, length, PageRights.Read))
        {
            return CallError.BadBuffer;
        }

        while (length != ByteCount.Zero)
        {
            if (core.Memory.TryReach(ref caller.Space, at, isWrite: false, out Frame frame) > FaultOutcome.StackGrown)
            {
                return CallError.OutOfMemory;
            }

            ReadOnlySpan<byte> page = Machine.PageBytes(frame);
            ulong offset = at.Value & ((ulong)page.Length - 1);
            ulong room = (ulong)page.Length - offset;
            int count = (int)Math.Min(length.Value, room);
            ConsoleState.Console.Write(page.Slice((int)offset, count), CellColours.Plain);
            at += new ByteCount((ulong)count);
            length -= new ByteCount((ulong)count);
        }

        Core.SetResult(ref caller, rax: 0);
        return CallError.None;
    }
}
