using System;
using System.Runtime.InteropServices;
using Kernel.Abi;
using Kernel.Memory;
using Kernel.Units;
using Simulator.Hardware;
using Simulator.Model;

namespace Simulator;

/// <content>What programs do with memory, and the faults that come of it.</content>
internal sealed partial class Simulation
{
    private const ulong Write = 2, UserMode = 4, FetchCode = 16;

    private void Access(in Step step)
    {
        ulong address = Choice.Address(step.A, step.B);
        bool isWrite = step.Action == StepAction.Store;
        bool isFetch = step.Action == StepAction.Fetch;
        FaultOutcome outcome = TryAccess(address, isFetch, isWrite ? [(byte)step.C] : []);
        bool isFatal = outcome > FaultOutcome.StackGrown
            && (_core.Current != _core.First ? step.D % 8 == 0 : step.D << 12 == 0);
        if (isFatal)
        {
            EndByTrap(new ExitStatus(
                outcome == FaultOutcome.OutOfMemory ? EndCause.OutOfMemory : EndCause.Trapped, 14));
        }
    }

    // As the processor would do it: again, as long as faults are resolved. What is written lies in one page.
    private FaultOutcome TryAccess(ulong address, bool isFetch, ReadOnlySpan<byte> written)
    {
        ModelTask task = _model.Current!;
        bool isWrite = !written.IsEmpty;
        bool isAllowed = ModelKernel.Allows(task, address, isWrite, isFetch);
        var at = new VirtAddr(address);
        ulong code = UserMode | (isWrite ? Write : 0) | (isFetch ? FetchCode : 0);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            if (IsTranslated(at, isWrite, isFetch, out int frame, out bool isPresent))
            {
                Use(task, address, frame, isAllowed, written);
                return FaultOutcome.Spurious;
            }

            FaultOutcome outcome = _core.Memory.ResolveFault(
                ref _core.Current.Task.Space, at, new PageFaultCode(code | (isPresent ? 1UL : 0)));
            if (outcome > FaultOutcome.StackGrown)
            {
                if (outcome == FaultOutcome.OutOfMemory ? !isAllowed || !IsScarce() : isAllowed)
                {
                    SimulationException.Throw($"a fault at {address:x} comes to {outcome}");
                }

                return outcome;
            }
        }

        throw new SimulationException($"the fault at {address:x} comes again and again");
    }

    private static bool IsTranslated(VirtAddr at, bool isWrite, bool isFetch, out int frame, out bool isPresent)
    {
        isPresent = TableWalk.TryTranslate(FlatMachine.Processors[0].Root, at, out frame, out ulong rights);
        return isPresent && (!isWrite || (rights & PageEntry.Writable) != 0)
            && (!isFetch || (rights & PageEntry.NoExecute) != 0);
    }

    private static void Use(ModelTask task, ulong address, int frame, bool isAllowed, ReadOnlySpan<byte> written)
    {
        int offset = (int)address & (ModelPage.Size - 1);
        if (!isAllowed)
        {
            SimulationException.Throw($"an access to {address:x} is not refused");
        }

        if (!written.IsEmpty)
        {
            written.CopyTo(FlatMachine.PageBytes(FlatMachine.FrameAt(frame))[offset..]);
            task.Memory.Write(address, written);
        }

        _ = task.Memory.TryFind(address, out ModelPage page);
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(FlatMachine.Words(frame));
        if (!bytes.SequenceEqual(page.Contents))
        {
            SimulationException.Throw($"the page at {address:x} does not hold what it should");
        }
    }

    // The program writes down what it wants of the next one; nothing, where it cannot.
    private void WriteOptions(in Choice choice)
    {
        SpawnOptions options = choice.Options();
        TryAccess(
            Choice.OptionsAt, isFetch: false, MemoryMarshal.AsBytes(new ReadOnlySpan<SpawnOptions>(in options)));
    }
}
