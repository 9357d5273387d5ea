using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Machines;

namespace Verbs.Measuring.Linux;

/// <summary>What Linux costs, as it is recorded: <c>FIGURE.WAY</c>, with its mitigations and without.</summary>
public static class LinuxRecords
{
    /// <summary>Measures on all processors, each machine for itself; of each way, the better one counts.</summary>
    /// <exception cref="VerbException">Linux or the program failed.</exception>
    /// <exception cref="MachineException">QEMU is missing, or Linux did not end.</exception>
    public static IReadOnlyList<Recorded> Measure(LinuxFiles files)
    {
        Task<IReadOnlyList<LinuxFigure>>[] defended = Start(files, Mitigations.Default);
        Task<IReadOnlyList<LinuxFigure>>[] off = Start(files, Mitigations.Off);
        return Combine(defended.SelectMany(Result), off.SelectMany(Result));
    }

    /// <summary>What is recorded of all that was measured with mitigations and without.</summary>
    public static IReadOnlyList<Recorded> Combine(IEnumerable<LinuxFigure> defended, IEnumerable<LinuxFigure> off)
    {
        ILookup<string, decimal> first = Values(defended);
        ILookup<string, decimal> second = Values(off);
        return [.. first.Select(way => new Recorded(way.Key, [way.Min(), second[way.Key].Min()]))];
    }

    /// <summary>The best way for each figure, by one of the columns.</summary>
    public static IReadOnlyDictionary<string, LinuxFigure> Best(
        IReadOnlyList<Recorded> records, Mitigations mitigations) =>
        LinuxFigure.Best(records.Select(each => Read(each, (int)mitigations))).ToDictionary(static each => each.Figure);

    private static LinuxFigure Read(Recorded record, int column)
    {
        string[] parts = record.Name.Split('.', 2);
        return record.Values.ElementAtOrDefault(column) is { } value && parts.Length == 2
            ? new LinuxFigure(parts[0], parts[1], value)
            : throw new VerbException($"the record of {record.Name} has no value", "record Linux anew");
    }

    private static Task<IReadOnlyList<LinuxFigure>>[] Start(LinuxFiles files, Mitigations mitigations) =>
    [
        .. BenchMachine.Processors.Select(processor => Task.Run(
            () => LinuxMachine.Measure(files, BenchHost.Counting(processor), mitigations))),
    ];

    // An exception comes as it was thrown.
    private static IReadOnlyList<LinuxFigure> Result(Task<IReadOnlyList<LinuxFigure>> task) =>
        task.GetAwaiter().GetResult();

    private static ILookup<string, decimal> Values(IEnumerable<LinuxFigure> figures) =>
        figures.ToLookup(static each => $"{each.Figure}.{each.Way}", static each => each.Value);
}
