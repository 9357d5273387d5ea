using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Abi;
using Kernel.Console;
using Kernel.Syscalls;
using Kernel.Tasks;
using Kernel.Traps;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>
/// Where Boot/syscall.asm and Boot/trap.asm come with what programs do. Each gives back the task that runs next; its
/// address space is the processor's then.
/// </summary>
internal static class TaskEntry
{
    private const ulong EnableSystemCalls = 1;

    /// <summary>Lets ring 3 call the kernel (Intel SDM vol. 3, 5.8.8).</summary>
    internal static unsafe void Open(ref readonly KernelImage image)
    {
        // SYSRET takes the user's stack segment 8 above this, and the code segment 16 (Kernel/Metal/Segments.cs).
        const ulong userBase = Segments.KernelData | 3;
        const ulong cleared = ulong.MaxValue >> 32 & ~2UL;

        if (!X64TaskSlot.IsLayoutRight)
        {
            Panic.Stop("a task's record is not laid out as the quick way and the assembly think"u8);
        }

        Cpu.WriteModelSpecific(ModelSpecificRegister.SystemCallEntry, image.SystemCallEntry);
        Cpu.WriteModelSpecific(
            ModelSpecificRegister.SystemCallSelectors, userBase << 48 | (ulong)Segments.KernelCode << 32);
        Cpu.WriteModelSpecific(ModelSpecificRegister.SystemCallFlags, cleared);
        ulong processor = (ulong)Unsafe.AsPointer(ref State.Core.Processor);
        State.Core.Processor.Stack = image.KernelStack - sizeof(ulong);
        *(ulong*)image.ProcessorPointer = processor;
        Cpu.WriteModelSpecific(ModelSpecificRegister.KernelGsBase, processor);
        ulong efer = Cpu.ReadModelSpecific(ModelSpecificRegister.Efer);
        Cpu.WriteModelSpecific(ModelSpecificRegister.Efer, efer | EnableSystemCalls);
    }

    /// <summary>The boot's end: the first task runs.</summary>
    [DoesNotReturn]
    internal static void Begin() => Begin(State.Core.Dispatch());

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("tasks_begin")]
    private static extern void Begin(X64TaskSlot first);

    [RuntimeExport("OnSystemCall")]
    private static unsafe X64TaskSlot OnSystemCall(ulong number, CallArguments* arguments)
    {
        return Leave(SystemCalls.Enter(ref State.Core, number, in *arguments));
    }

    [RuntimeExport("OnUserTrap")]
    private static unsafe X64TaskSlot OnUserTrap(TrapFrame* frame)
    {
        switch ((TrapVector)frame->Vector)
        {
            case TrapVector.NonMaskableInterrupt or TrapVector.DoubleFault or TrapVector.MachineCheck:
                Panic.OnTrap(frame);
                break;
            case TrapVector.Timer:
                return EndTurn(frame);
            default:
                break;
        }

        var faultAddress = new VirtAddr(Cpu.ReadCr2());
        EndCause cause = ProgramFaults.CauseOf(ref State.Core, in *frame, faultAddress);
        EndReport.Write(ref State.Core, in *frame, faultAddress, cause);
        return Leave(State.Core.EndByTrap(cause, (uint)frame->Vector));
    }

    // The task goes on later, with every register as it was.
    private static unsafe X64TaskSlot EndTurn(TrapFrame* frame)
    {
        ref SavedRegisters registers = ref State.Core.Current.Task.Registers;
        registers.Trap = *frame;
        registers.IsInterrupted = 1;
        return State.Core.Preempt();
    }

    // The system ends with its first program.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static X64TaskSlot Leave(X64TaskSlot next)
    {
        if (State.Core.HasEnded)
        {
            Stop();
        }

        return next;
    }

    // Ends with the task that can run. Ticks come while the processor halts, and between steps of the work before that.
    [RuntimeExport("OnIdle")]
    private static X64TaskSlot OnIdle()
    {
        while (true)
        {
            switch (State.Core.Idle())
            {
                case IdleStep.Run:
                    return State.Core.Current;
                case IdleStep.GoOn:
                    Cpu.AdmitInterrupt();
                    break;
                case IdleStep.Halt:
                    Cpu.WaitForInterrupt();
                    break;
                default:
                    StopForEver();
                    break;
            }
        }
    }

    // Nothing but time makes tasks ready from outside, and nobody waits for that.
    private static void StopForEver()
    {
        Log.Warn($"all {State.Core.Live} tasks wait: nothing can happen any more");
        DebugExit.Fail();
        Cpu.Halt();
    }

    private static void Stop()
    {
        ExitStatus status = State.Core.FirstStatus;
        if (status.Cause == EndCause.Exited && status.Code == 0)
        {
            Log.Info($"the first program has ended");
            DebugExit.Pass();
        }
        else
        {
            Log.Error($"the first program has ended with cause {(ulong)status.Cause}, code {status.Code}");
            DebugExit.Fail();
        }

        Cpu.Halt();
    }
}
