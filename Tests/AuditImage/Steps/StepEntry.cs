using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Abi;
using Kernel.Audit;
using Kernel.Metal;
using Kernel.Syscalls;
using Kernel.Tasks;
using Kernel.Traps;

namespace Kernel.Steps;

/// <summary>What comes in place of the kernel's own calls and traps, and goes on to those.</summary>
internal static unsafe class StepEntry
{
    /// <summary>Flags that SYSRET gives programs beside the usual ones.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("set_step_flags")]
    internal static extern void SetFlags(uint flags);

    [RuntimeExport("OnStepCall")]
    private static X64TaskSlot OnSystemCall(ulong number, CallArguments* arguments)
    {
        if (number < (ulong)StepCall.First || State.Core.Current != State.Core.First)
        {
            return OnOwnSystemCall(number, arguments);
        }

        Core.SetResult(ref State.Core.First.Task, Do(ref State.Core, (StepCall)number, in *arguments));
        return State.Core.First;
    }

    [RuntimeExport("__wrap_OnUserTrap")]
    private static X64TaskSlot OnUserTrap(TrapFrame* frame)
    {
        if (Stepper.TryStep(ref State.Core, ref *frame))
        {
            ref SavedRegisters registers = ref State.Core.Current.Task.Registers;
            registers.Trap = *frame;
            registers.IsInterrupted = 1;
            return State.Core.Current;
        }

        if ((TrapVector)frame->Vector == TrapVector.Timer)
        {
            Stepper.NoteTick(in State.Core, in *frame);
        }

        return OnOwnUserTrap(frame);
    }

    private static ulong Do(ref Core core, StepCall call, in CallArguments arguments)
    {
        switch (call)
        {
            case StepCall.Arm:
                Stepper.Arm(arguments.First, arguments.Second);
                return 0;
            case StepCall.Look:
                return Stepper.Disarm() ? Parties.Count(ref core) : 0;
            case StepCall.Name:
                return Name(ref core, Parties.Find(ref core, arguments.First));
            case StepCall.Stuck:
                return Parties.CountStuck(ref core);
            case StepCall.Audit:
                AuditEntry.Look();
                return 0;
            case StepCall.Calls:
                return Stepper.Calls;
            case StepCall.Hoard:
                Hoard.Leave(ref core.Memory, arguments.First);
                return 0;
            case StepCall.GiveBack:
                Hoard.GiveBack(ref core.Memory);
                return 0;
            default:
                return Core.Negative(CallError.NoSuchCall);
        }
    }

    private static ulong Name(ref Core core, TaskSlot party)
    {
        ref Task first = ref core.First.Task;
        return party.IsNone
            ? 0
            : first.Handles.Add(party, HandleRights.All, HandleMark.Other, first.Priority).Value;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("__real_OnSystemCall")]
    private static extern X64TaskSlot OnOwnSystemCall(ulong number, CallArguments* arguments);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("__real_OnUserTrap")]
    private static extern X64TaskSlot OnOwnUserTrap(TrapFrame* frame);
}
