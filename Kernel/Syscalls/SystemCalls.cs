using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>What a number in RAX means.</summary>
internal static class SystemCalls
{
    private const int ReapedPerCall = 12;

    /// <summary>
    /// Does a call of the current task's, whose registers are saved. Who runs then is the current task; none where all
    /// wait.
    /// </summary>
    internal static TaskSlot Enter(ref Core core, ulong number, in CallArguments arguments)
    {
        TaskSlot caller = core.Current;
        CallError error = Do(ref core, number, in arguments);
        if (error != CallError.None)
        {
            Core.SetResult(ref caller.Task, Core.Negative(error));
        }

        if (core.Memory.HasDying)
        {
            core.Memory.Reap(ReapedPerCall);
        }

        return core.Dispatch();
    }

    private static CallError Do(ref Core core, ulong number, in CallArguments arguments) => number switch
    {
        (ulong)SystemCall.Nothing => Succeed(ref core),
        (ulong)SystemCall.Send => SendCall.Do(ref core, in arguments),
        (ulong)SystemCall.Receive => ReceiveCall.Do(ref core, in arguments),
        (ulong)SystemCall.Reply => ReplyCall.Do(ref core, in arguments),
        (ulong)SystemCall.ReplyReceive => ReplyReceiveCall.Do(ref core, in arguments),
        (ulong)SystemCall.Yield => YieldCall.Do(ref core),
        (ulong)SystemCall.Exit => ExitCall.Do(ref core, in arguments),
        (ulong)SystemCall.Fork => ForkCall.Do(ref core),
        (ulong)SystemCall.Spawn => SpawnCall.Do(ref core, in arguments),
        (ulong)SystemCall.Execute => ExecuteCall.Do(ref core, in arguments),
        (ulong)SystemCall.Kill => KillCall.Do(ref core, in arguments),
        (ulong)SystemCall.Wait => WaitCall.Do(ref core, in arguments),
        (ulong)SystemCall.Duplicate => DuplicateCall.Do(ref core, in arguments),
        (ulong)SystemCall.Close => CloseCall.Do(ref core, in arguments),
        (ulong)SystemCall.Map => MapCall.Do(ref core, in arguments),
        (ulong)SystemCall.Unmap => UnmapCall.Do(ref core, in arguments),
        (ulong)SystemCall.Protect => ProtectCall.Do(ref core, in arguments),
        (ulong)SystemCall.Query => QueryCall.Do(ref core, in arguments),
        (ulong)SystemCall.Print => PrintCall.Do(ref core, in arguments),
        (ulong)SystemCall.Count => CountCall.Do(ref core, in arguments),
        (ulong)SystemCall.SendShort => SendCall.Do(ref core, arguments.Shortened),
        (ulong)SystemCall.ReplyReceiveShort => ReplyReceiveCall.Do(ref core, arguments.Shortened),
        (ulong)SystemCall.Sleep => SleepCall.Do(ref core, in arguments),
        _ => CallError.NoSuchCall,
    };

    private static CallError Succeed(ref Core core)
    {
        Core.SetResult(ref core.Current.Task, rax: 0);
        return CallError.None;
    }
}
