using Kernel.Tasks;
using Simulator.Hardware;
using Simulator.Model;

namespace Simulator;

/// <content>Time that passes, and what happens while all tasks wait.</content>
internal sealed partial class Simulation
{
    private const ulong StepTime = 20_000;
    private const int TicksAtOnce = 16;

    private ulong _nextTick = ModelKernel.TickPeriod;

    // The next tick comes when it must.
    private void PassTime() => FlatMachine.TimeStamp = ulong.Min(FlatMachine.TimeStamp + StepTime, _nextTick - 1);

    private bool PassTick()
    {
        FlatMachine.TimeStamp = _nextTick;
        _nextTick += ModelKernel.TickPeriod;
        _model.Ticks++;
        return _core.Tick();
    }

    private void Idle(in Step step)
    {
        IdleStep next = _core.Idle();
        _model.WakeDue();
        _model.Dispatch();
        bool isRight = _model.Current is not null ? next == IdleStep.Run
            : _model.FirstSleeper is null ? next == IdleStep.Stop
            : next is IdleStep.GoOn or IdleStep.Halt;
        if (!isRight)
        {
            SimulationException.Throw($"nobody runs: {next}");
        }

        if (next == IdleStep.Halt)
        {
            Halt(step.A);
        }
        else if (next == IdleStep.Stop)
        {
            EndOneThatWaits(step.A);
        }
    }

    private void Halt(uint number)
    {
        for (int left = TicksAtOnce; left > 0 && !_model.IsDue; left--)
        {
            if (PassTick())
            {
                SimulationException.Throw("nobody's turn is over");
            }
        }

        if (!_model.IsDue)
        {
            // As the kernel does behind each tick, before it halts again: the last one may have come just too early.
            _core.WakeDue();
            EndOneThatWaits(number);
        }
    }

    // All wait, and nothing would happen for long, or ever: as if a fault had ended one that others wait for.
    private void EndOneThatWaits(uint number)
    {
        ModelTask first = _model.First!;
        ModelTask victim = first.Peer ?? FindTask(number, task => task.Parent == first)
            ?? FindTask(number)!;
        while (victim.Peer is { } peer && peer != _model.First)
        {
            victim = peer;
        }

        End(victim);
    }
}
