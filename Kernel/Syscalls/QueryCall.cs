using Kernel.Abi;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Syscalls;

/// <summary>Query: what is mapped at an address, and how many own it.</summary>
internal static class QueryCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        PageInfo info = PagingManager.Query(in caller.Space, new VirtAddr(arguments.First));
        Core.SetResult(ref caller, Summary(in info).Bits, OwnersOf(in info));
        return CallError.None;
    }

    private static PageSummary Summary(in PageInfo info)
    {
        if (info.State is PageState.Unmapped or PageState.Guard)
        {
            return default;
        }

        bool isThere = info.State is PageState.Present or PageState.Writable;
        int shift = System.Numerics.BitOperations.Log2(info.Size.Value);
        return new PageSummary(1UL
            | (isThere ? 2UL : 0)
            | ((info.Rights & PageRights.Write) != 0 ? 4UL : 0)
            | ((info.Rights & PageRights.Execute) != 0 ? 8UL : 0)
            | (info.State == PageState.Writable ? 16UL : 0)
            | (ulong)(uint)shift << 8);
    }

    private static ulong OwnersOf(in PageInfo info) =>
        info.Frame == Frame.None ? 0 : FrameTable.References(info.Frame);
}
