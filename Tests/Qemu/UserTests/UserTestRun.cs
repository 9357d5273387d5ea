using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Machines;
using QemuTests.Support;
using UserPrograms;

namespace QemuTests.UserTests;

/// <summary>One run of the program <c>usertests</c>, whose lines many tests look at.</summary>
internal sealed class UserTestRun
{
    private const string Begin = "case ";
    private static readonly ConcurrentDictionary<(string, string), Lazy<UserTestRun>> s_runs = new();

    /// <summary>What this run of the program said.</summary>
    public UserTestRun(BootRun run)
    {
        Boot = run;
        Results = run.Lines
            .Where(static line => line.StartsWith(Begin, StringComparison.Ordinal))
            .Select(static line => line[Begin.Length..])
            .ToLookup(NameOf, static line => line[(NameOf(line).Length + 2)..]);
    }

    /// <summary>The machine's run.</summary>
    public BootRun Boot { get; }

    /// <summary>What was said of each case.</summary>
    public ILookup<string, string> Results { get; }

    /// <summary>The names of all cases of some groups.</summary>
    public static IEnumerable<string> NamesOf(CaseGroup[][] all) =>
        from groups in all
        from one in groups
        from what in one.What
        from how in one.How
        select CaseGroup.NameOf(what, how);

    /// <summary>The run on a processor with these arguments, made once.</summary>
    public static UserTestRun Of(string processor, string arguments) => Of(processor, arguments, Patience.UserTests);

    /// <summary>The same with another patience.</summary>
    public static UserTestRun Of(string processor, string arguments, TimeSpan patience) => s_runs.GetOrAdd(
        (processor, arguments),
        key => new Lazy<UserTestRun>(() => new UserTestRun(
            BootRun.Of(Spec(key.Item1, key.Item2), patience)))).Value;

    private static MachineSpec Spec(string processor, string arguments) =>
        Machine.Unseen.With($"init=usertests{arguments}") with { Archive = Tree.Programs, Processor = processor };

    // A name has a colon itself; the result begins behind the last but those of the result's own.
    private static string NameOf(string line)
    {
        int end = line.IndexOf(": passed", StringComparison.Ordinal);
        end = end < 0 ? line.IndexOf(": failed", StringComparison.Ordinal) : end;
        return end < 0 ? line : line[..end];
    }
}
