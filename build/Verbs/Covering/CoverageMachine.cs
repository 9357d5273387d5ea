using System;
using Machines;

namespace Verbs.Covering;

/// <summary>A machine that the kernel is run on to see which of its code is reached.</summary>
/// <param name="Name">What it is for, a few words.</param>
/// <param name="Spec">The machine.</param>
/// <param name="End">What the guest says when it ends by itself; none for one that halts, and is given a little time.</param>
public sealed record CoverageMachine(string Name, MachineSpec Spec, GuestVerdict End = GuestVerdict.Passed) : ICoverageRun
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    /// <exception cref="MachineException">It ended otherwise, or not at all, or could not be started.</exception>
    public void Run(string logs)
    {
        using RunningMachine machine = RunningMachine.Start(
            Spec with { MoreArguments = [.. Spec.MoreArguments, .. TranslationLog.Arguments(logs, Spec.Image)] });
        bool halts = End == GuestVerdict.None;
        int? code = halts ? machine.WaitForExit(s_look) : machine.ExpectExit(s_patience);
        bool isRight = halts ? code is null : DebugExitPort.Read(code!.Value) == End;
        if (!isRight)
        {
            throw new MachineException(machine.Report($"{Name}: ended with code {code}, which is not as it should be"));
        }
    }
}
