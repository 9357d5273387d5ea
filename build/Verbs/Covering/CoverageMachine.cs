using System;
using Machines;

namespace Verbs.Covering;

/// <summary>A machine that the kernel is run on to see which of its code is reached.</summary>
/// <param name="Name">What it is for, a few words.</param>
/// <param name="Spec">The machine.</param>
/// <param name="HasVerdict">Whether the guest ends by itself; else it is given a little time.</param>
public sealed record CoverageMachine(string Name, MachineSpec Spec, bool HasVerdict = true) : ICoverageRun
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    /// <exception cref="MachineException">It did not end, or could not be started.</exception>
    public void Run(string logs)
    {
        using RunningMachine machine = RunningMachine.Start(
            Spec with { MoreArguments = [.. Spec.MoreArguments, .. TranslationLog.Arguments(logs, Spec.Image)] });
        if (HasVerdict)
        {
            machine.ExpectExit(s_patience);
        }
        else
        {
            machine.WaitForExit(s_look);
        }
    }
}
