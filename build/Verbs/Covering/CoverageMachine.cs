using System;
using System.Collections.Generic;
using System.IO;
using Machines;

namespace Verbs.Covering;

/// <summary>A machine that the kernel is run on to see which of its code is reached.</summary>
/// <param name="Name">What it is for, a few words.</param>
/// <param name="Spec">The machine.</param>
/// <param name="HasVerdict">Whether the guest ends by itself; else it is given a little time.</param>
/// <param name="Kernel">The path of another kernel, if it is not the one whose code is counted.</param>
public sealed record CoverageMachine(string Name, MachineSpec Spec, bool HasVerdict = true, string? Kernel = null)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(20);

    /// <summary>Runs it; the addresses of the instructions from start to end that were reached.</summary>
    /// <exception cref="MachineException">It did not end, or could not be started.</exception>
    public HashSet<ulong> Run(ulong start, ulong end)
    {
        string file = Path.GetTempFileName();
        try
        {
            using (RunningMachine machine = RunningMachine.Start(
                Spec with { MoreArguments = [.. Spec.MoreArguments, .. TranslationLog.Arguments(file, start, end)] }))
            {
                if (HasVerdict)
                {
                    machine.ExpectExit(s_patience);
                }
                else
                {
                    machine.WaitForExit(s_look);
                }
            }
            using var log = new StreamReader(file);
            return [.. TranslationLog.Read(log)];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
