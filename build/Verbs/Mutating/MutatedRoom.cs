using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Verbs.Mutating;

/// <summary>A room of the kernel whose files are changed, and the tests that judge it.</summary>
/// <param name="Name">Its folder in <c>Kernel/</c>.</param>
/// <param name="Tests">The folders of <c>Tests/Host</c> whose tests judge the changes.</param>
public sealed record MutatedRoom(string Name, params IReadOnlyList<string> Tests)
{
    /// <summary>Every room that can be changed.</summary>
    public static IReadOnlyList<MutatedRoom> All { get; } =
    [
        new("Memory", "Memory", "Paging"),
        new("Tasks", "Tasks", "Traps"),
        new("Ipc", "Tasks"),
        new("Traps", "Traps", "Tasks"),
        new("Syscalls", "Tasks"),
    ];

    /// <summary>The room's list of explained survivors.</summary>
    public string SurvivorsIn(Repository repository) =>
        Path.Combine(repository.Root, "Tests", "Host", "Survivors", $"{Name}.txt");

    /// <summary>
    /// What Stryker reads: which rooms' files are changed, those with such names. Only the test that keeps the assembly
    /// runs, which reaches no mutant; so Stryker tries none.
    /// </summary>
    public static string ConfigFor(IEnumerable<MutatedRoom> rooms, string pattern)
    {
        var settings = new Dictionary<string, object>
        {
            ["project"] = "PureKernel.csproj",
            ["configuration"] = "Release",
            ["mutate"] = rooms.Select(room => $"**/Kernel/{room.Name}/**/{pattern}"),
            ["test-case-filter"] = "FullyQualifiedName~Tests.Host.Mutants.",
            ["coverage-analysis"] = "perTest",
            ["concurrency"] = 1,
            ["reporters"] = new[] { "json" },
        };
        return JsonSerializer.Serialize(new Dictionary<string, object> { ["stryker-config"] = settings });
    }
}
