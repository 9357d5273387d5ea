using System;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Syscalls;
using Kernel.Tasks;
using Kernel.Tests.Host.Tasks;
using Kernel.Units;
using Simulator.Hardware;
using Simulator.Model;

namespace Simulator;

/// <content>What steps do.</content>
internal sealed partial class Simulation
{
    private void Act(in Step step)
    {
        if (_core.Current.IsNone)
        {
            Idle(in step);
            return;
        }

        switch (step.Action)
        {
            case StepAction.Load or StepAction.Store or StepAction.Fetch:
                Access(in step);
                break;
            case StepAction.Tick:
                Tick();
                break;
            case StepAction.Trap:
                Trap(in step);
                break;
            case StepAction.Starve when step.B % (uint)(2 + (FlatMachine.FrameCount / 2048)) == 0:
                Starve(step.A % 12);
                break;
            case StepAction.Starve:
                break;
            case StepAction.Feed:
                Feed();
                break;
            case StepAction.Hoard when _model.Current != _model.First:
                Hoard(in step);
                break;
            default:
                Call(in step);
                break;
        }
    }

    private void Call(in Step step)
    {
        var choice = new Choice(_model, in step);
        SystemCall call = choice.Call();
        if (call == SystemCall.Spawn && choice.HasOptions)
        {
            WriteOptions(in choice);
        }

        CallArguments arguments = choice.Arguments(call, out ulong gifts);
        Call(in step, call, in arguments, gifts);
    }

    private void Call(in Step step, SystemCall call, in CallArguments arguments, ulong gifts)
    {
        TaskSlot caller = _core.Current;
        ModelTask model = _model.Current!;
        ref SavedRegisters registers = ref caller.Task.Registers;
        model.Words = new ShortMessage { Word0 = step.A, Word1 = step.B, Word2 = step.C, Word3 = step.D };
        registers.Message = model.Words;
        registers.Rbx = gifts;
        if (!QuickCalls.TryDo(ref _core, call, in arguments))
        {
            SystemCalls.Enter(ref _core, (ulong)call, in arguments);
        }

        _model.Do(call, in arguments);
        _model.Dispatch();
    }

    // Handles by the dozen, or as many as there can be, or until the next one makes the table grow; or as many fewer.
    private void Hoard(in Step step)
    {
        ModelTask caller = _model.Current!;
        uint count = step.B % 8 == 0 ? 4100 : 1 + (step.B % 150);
        SystemCall call = step.C % 4 == 0 ? SystemCall.Close : SystemCall.Duplicate;
        bool isToTheBrim = step.A % 4 == 0 && call == SystemCall.Duplicate;
        bool isDone = false;
        for (uint i = 0; i < count && !isDone; i++)
        {
            uint handle = caller.Handles.Pick(step.A + i).Key;
            Call(in step, call, new CallArguments(handle, step.D % 9, 0, 0, 0, 0), gifts: 0);
            isDone = _model.Current != caller || caller.Told.Rax > long.MaxValue
                || (isToTheBrim && caller.Handles.FreeCount == 0);
        }
    }

    private void End(ModelTask task)
    {
        var status = new ExitStatus(EndCause.Trapped, 0);
        _core.End(task.Slot, status);
        _core.Dispatch();
        _model.End(task, status);
        _model.Dispatch();
    }

    // The first one of all only where it is alone.
    private ModelTask? FindTask(uint number) => FindTask(number, static _ => true) ?? _model.First;

    // From this number on round.
    private ModelTask? FindTask(uint number, Func<ModelTask, bool> isSought)
    {
        uint count = (uint)_model.Alive.Count;
        for (uint step = 0; step < count; step++)
        {
            ModelTask task = _model.Alive[(int)((number + (ulong)step) % count)];
            if (task != _model.First && isSought(task))
            {
                return task;
            }
        }

        return null;
    }

    private void Tick()
    {
        bool isOver = PassTick();
        bool mustBe = _model.Ready.Occupied >> _model.Current!.Priority != 0 || _model.IsDue;

        // It may be over in vain where somebody sleeps, or slept when that was last looked at.
        if (isOver ? !mustBe && _model.Turns == 0 : mustBe)
        {
            SimulationException.Throw("a turn is over, or not");
        }

        if (isOver)
        {
            _core.Preempt();
            _model.WakeDue();
            _model.Yield();
            _model.Dispatch();
        }
    }

    private void Trap(in Step step)
    {
        bool isMeant = _core.Current != _core.First || step.B << 12 == 0;
        if (isMeant && step.A % FlatMachine.FrameCount < 64 * _core.Live)
        {
            EndByTrap(new ExitStatus(EndCause.Trapped, step.A % 32));
        }
    }

    private void EndByTrap(ExitStatus status)
    {
        _core.EndByTrap(status.Cause, (uint)status.Code);
        _model.End(_model.Current!, status);
        _model.Dispatch();
    }

    // In large pieces first, which is quick.
    private void Starve(uint left)
    {
        ref FrameAllocator frames = ref _core.Memory.Frames;
        for (int exponent = FrameOrder.Huge.Exponent; exponent >= 0; exponent--)
        {
            var order = new FrameOrder((byte)exponent);
            while (frames.Free.Value >= left + order.Frames.Value
                && frames.TryTakeBlock(order, FrameZone.Anywhere, FrameUse.Kernel, out Frame block))
            {
                _taken.Add(block);
            }
        }

        while (frames.Free.Value > left && frames.TryTake(FrameUse.Kernel, out Frame frame))
        {
            _taken.Add(frame);
        }
    }

    private void Feed()
    {
        foreach (Frame frame in _taken)
        {
            _core.Memory.Frames.ReleaseReference(frame);
        }

        _taken.Clear();
    }
}
