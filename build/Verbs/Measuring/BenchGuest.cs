using System.Collections.Generic;
using System.IO;
using System.Linq;
using Machines;

namespace Verbs.Measuring;

/// <summary>A machine that figures are measured on: with the benchmark image, or with the kernel and a program.</summary>
/// <param name="Figure">
/// The only figure, or the program's group of figures; null for all that are measured on no machine of their own.
/// </param>
/// <param name="Memory">The guest's memory; it may use nearly all of it.</param>
/// <param name="IsProgram">Whether the program <c>bench</c> measures, from ring 3.</param>
public sealed record BenchGuest(string? Figure, MemorySize Memory, bool IsProgram = false)
{
    /// <summary>All machines, the one of most figures first.</summary>
    public static IReadOnlyList<BenchGuest> All { get; } =
    [
        new(Figure: null, MemorySize.FromMebibytes(128)),
        new("fork-256MiB", MemorySize.FromMebibytes(512)),
        new("fork-4GiB", MemorySize.FromMebibytes(5 * 1024)),
        new("calls", MemorySize.FromMebibytes(128), IsProgram: true),
        new("pages", MemorySize.FromMebibytes(128), IsProgram: true),
        new("messages", MemorySize.FromMebibytes(128), IsProgram: true),
        new("forks", MemorySize.FromMebibytes(640), IsProgram: true),
        new("tasks", MemorySize.FromMebibytes(3328), IsProgram: true),
    ];

    /// <summary>The kernel's command line.</summary>
    public string KernelArguments =>
        Figure is null ? DebugExitPort.KernelArgument
        : IsProgram ? $"{DebugExitPort.KernelArgument} init=bench,{Figure}"
        : $"{DebugExitPort.KernelArgument} test={Figure}";

    /// <summary>
    /// Those of <see cref="All"/> that a host with so much free memory can run, one at a time. Says of each other one
    /// what is not measured, and what to do.
    /// </summary>
    public static IReadOnlyList<BenchGuest> Fitting(long freeMebibytes, TextWriter errors)
    {
        ILookup<bool, BenchGuest> guests = All.ToLookup(guest => guest.Memory.Mebibytes <= freeMebibytes);
        foreach (BenchGuest guest in guests[false])
        {
            errors.WriteLine(
                $"error: {guest.Figure ?? "nearly every figure"} wants a machine of {guest.Memory}, and {freeMebibytes}M"
                + " are free here: end other programs, or measure on a host with more memory");
        }
        return [.. guests[true]];
    }
}
