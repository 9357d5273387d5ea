using Kernel.Abi;
using Kernel.Memory;
using Kernel.Syscalls;
using Kernel.Units;

namespace Simulator.Model;

/// <content>Pages.</content>
internal sealed partial class ModelKernel
{
    public void Map(in CallArguments arguments)
    {
        if (!IsRange(in arguments) || arguments.Third > (ulong)PageRights.Execute)
        {
            Refuse(CallError.BadArgument);
            return;
        }

        ulong pages = arguments.Second >> ModelPage.Shift;
        bool mayExceed = Caller.Charge + pages + MostTables(pages) > Caller.Quota;
        CallError error =
            Caller.Memory.CountMapped(arguments.First, arguments.Second, guardsCount: true) != 0
                ? CallError.AlreadyMapped
            : mayExceed && IsTold(Caller, CallError.QuotaExceeded) ? CallError.QuotaExceeded
            : HasRunOut(Caller) ? CallError.OutOfMemory
            : CallError.None;
        Refuse(error);
        if (error == CallError.None)
        {
            var page = new ModelPage(
                arguments.Third == (ulong)PageRights.Write, arguments.Third == (ulong)PageRights.Execute,
                IsGuard: false, Bytes: null);
            Caller.Memory.Map(arguments.First, arguments.Second, page);
        }
    }

    public void Unmap(in CallArguments arguments)
    {
        CallError error = !IsRange(in arguments) ? CallError.BadArgument
            : HasRunOut(Caller) ? CallError.OutOfMemory
            : CallError.None;
        Refuse(error);
        if (error == CallError.None)
        {
            Caller.Memory.Unmap(arguments.First, arguments.Second);
        }
    }

    public void Protect(in CallArguments arguments)
    {
        CallError error = !IsRange(in arguments) || arguments.Third > (ulong)PageRights.Execute
                ? CallError.BadArgument
            : Caller.Memory.CountMapped(arguments.First, arguments.Second, guardsCount: false)
                != (int)(arguments.Second >> ModelPage.Shift) ? CallError.NotMapped
            : HasRunOut(Caller) ? CallError.OutOfMemory
            : CallError.None;
        Refuse(error);
        if (error == CallError.None)
        {
            Caller.Memory.Protect(
                arguments.First, arguments.Second, arguments.Third == (ulong)PageRights.Write,
                arguments.Third == (ulong)PageRights.Execute);
        }
    }

    /// <summary>Whether a program may do this to an address; the kernel brings the page then.</summary>
    public static bool Allows(ModelTask task, ulong address, bool isWrite, bool isFetch) =>
        PageRange.CanHold(new VirtAddr(address)) && task.Memory.TryFind(address, out ModelPage page)
        && !page.IsGuard && (!isWrite || page.MayWrite) && (!isFetch || page.MayExecute);

    private static bool IsRange(in CallArguments arguments)
    {
        const ulong offset = ModelPage.Size - 1;
        return ((arguments.First | arguments.Second) & offset) == 0 && arguments.Second != 0
            && PageRange.CanHold(new VirtAddr(arguments.First))
            && arguments.Second <= PageRange.UserEnd.Value - arguments.First;
    }

    // Where a run of pages needs new ones at each level.
    private static ulong MostTables(ulong pages) => (pages >> 4) + (pages >> 8) + (pages >> 12) + 6;
}
