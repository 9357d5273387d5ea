using Kernel.Abi;
using Kernel.Syscalls;
using Kernel.Tasks;

namespace Simulator.Model;

/// <content>What a number in RAX means.</content>
internal sealed partial class ModelKernel
{
    /// <summary>The current task's call, which the kernel has done already.</summary>
    public void Do(SystemCall call, in CallArguments arguments)
    {
        switch (call)
        {
            case SystemCall.Nothing:
                Tell(default);
                break;
            case SystemCall.Send:
                Send(in arguments);
                break;
            case SystemCall.SendShort:
                Send(arguments.Shortened);
                break;
            case SystemCall.Receive:
                Receive(in arguments);
                break;
            case SystemCall.Reply:
                Reply(in arguments);
                break;
            case SystemCall.ReplyReceive:
                ReplyReceive(in arguments);
                break;
            case SystemCall.ReplyReceiveShort:
                ReplyReceive(arguments.Shortened);
                break;
            case SystemCall.Yield:
                Tell(default);
                Yield();
                break;
            default:
                DoOther(call, in arguments);
                break;
        }
    }

    private void DoOther(SystemCall call, in CallArguments arguments)
    {
        switch (call)
        {
            case SystemCall.Exit:
                Exit(in arguments);
                break;
            case SystemCall.Fork:
                Fork();
                break;
            case SystemCall.Spawn:
                Spawn(in arguments);
                break;
            case SystemCall.Execute:
                Execute(in arguments);
                break;
            case SystemCall.Kill:
                Kill(in arguments);
                break;
            case SystemCall.Wait:
                Wait(in arguments);
                break;
            case SystemCall.Duplicate:
                Duplicate(in arguments);
                break;
            case SystemCall.Close:
                Close(in arguments);
                break;
            case SystemCall.Map:
                Map(in arguments);
                break;
            case SystemCall.Unmap:
                Unmap(in arguments);
                break;
            case SystemCall.Protect:
                Protect(in arguments);
                break;
            case SystemCall.Sleep:
                Sleep(in arguments);
                break;
            default:
                Look(call, in arguments);
                break;
        }
    }

    // Calls that change nothing: what they tell is looked at as far as the model knows.
    private void Look(SystemCall call, in CallArguments arguments)
    {
        ref readonly SavedRegisters registers = ref Caller.Slot.Task.Registers;
        switch (call)
        {
            case SystemCall.Query:
                bool isThere = Caller.Memory.TryFind(arguments.First, out ModelPage page) && !page.IsGuard;
                var summary = new PageSummary(registers.Rax);
                if (summary.IsMapped != isThere || (isThere && (summary.IsWritable != page.MayWrite
                    || summary.IsExecutable != page.MayExecute)))
                {
                    SimulationException.Throw($"page {arguments.First:x} is said to be {summary}");
                }

                Tell(new Told(registers.Rax, registers.Rdx));
                break;
            case SystemCall.Count when arguments.First <= (ulong)Counter.Nanoseconds:
                if (Known((Counter)arguments.First) is { } known && registers.Rax != known)
                {
                    SimulationException.Throw($"counter {arguments.First} is said to be {registers.Rax}");
                }

                Tell(new Told(registers.Rax));
                break;
            case SystemCall.Count:
                Refuse(CallError.BadArgument);
                break;
            case SystemCall.Print:
                Refuse(arguments.Second > 4096 ? CallError.BadArgument
                    : Caller.Memory.Allows(arguments.First, arguments.Second, isWrite: false) ? CallError.None
                    : CallError.BadBuffer);
                break;
            default:
                Refuse(CallError.NoSuchCall);
                break;
        }
    }

    private ulong? Known(Counter counter) => counter switch
    {
        Counter.Tasks => (ulong)Live,
        Counter.Charge => Caller.Charge,
        Counter.Quota => Caller.Quota,
        Counter.Self => Caller.Slot.Frame.Number,
        Counter.Ticks => Ticks,
        Counter.EntryStamp => 0,
        Counter.Nanoseconds => Now,
        _ => null,
    };
}
