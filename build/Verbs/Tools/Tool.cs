using System.Collections.Generic;

namespace Verbs.Tools;

/// <summary>Something that the host must have, and how one sees that it does.</summary>
/// <param name="Name">As in the table of <c>check</c>.</param>
/// <param name="Package">The package of Debian and Ubuntu that brings it.</param>
/// <param name="Purpose">When it is needed.</param>
/// <param name="Why">What it does for us, a few words.</param>
public sealed record Tool(string Name, string Package, Purpose Purpose, string Why)
{
    /// <summary>The program on PATH; null where files tell.</summary>
    public string? Program { get; init; }

    /// <summary>Files of which one must be there; empty where a program tells.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The argument that makes the program say its version.</summary>
    public string VersionArgument { get; init; } = "--version";

    /// <summary>Whether the host has it. Looks at files only: no program is started.</summary>
    public bool IsHere(HostFiles host) =>
        Program is { } program ? host.Find(program) is not null : host.HasAny(Files);
}
