using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Count: one of the kernel's counters.</summary>
internal static class CountCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        if (arguments.First > (ulong)Counter.Nanoseconds)
        {
            return CallError.BadArgument;
        }

        Core.SetResult(ref caller, Read(ref core, in caller, (Counter)arguments.First));
        return CallError.None;
    }

    private static ulong Read(ref Core core, in Task caller, Counter counter) => counter switch
    {
        Counter.FreeFrames => FreeFrames(ref core),
        Counter.Tasks => core.Live,
        Counter.BytesCopied => core.BytesCopied,
        Counter.PagesLent => core.PagesLent,
        Counter.RootWrites => core.Memory.Switches + core.Memory.Invalidations.WholeIssued,
        Counter.PagesInvalidated => core.Memory.Invalidations.PagesIssued,
        Counter.Charge => caller.Space.Charge.Value,
        Counter.Quota => caller.Space.Quota.Value,
        Counter.Self => core.Current.Frame.Number,
        Counter.Ticks => core.Ticks,
        Counter.EntryStamp => core.Clock.EntryTicks,
        _ => core.Nanoseconds,
    };

    // Dead spaces count as free, and so they are taken apart first.
    private static ulong FreeFrames(ref Core core)
    {
        const int step = 512;
        while (core.Memory.Reap(step))
        {
        }

        return core.Memory.Frames.Free.Value;
    }
}
