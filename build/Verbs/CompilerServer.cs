using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Verbs;

/// <summary>
/// The C# compilers of one build. Usually the SDK leaves a server behind that later builds share. Where the environment
/// says that none may stay (<c>UseSharedCompilation=false</c>), the build has one of its own, which ends with it: else
/// a compiler is started for each project, and compiles itself for longer than the project.
/// </summary>
public sealed class CompilerServer : IDisposable
{
    private const string Variable = "UseSharedCompilation";

    private readonly string? _pipe;

    private CompilerServer(string? pipe) => _pipe = pipe;

    /// <summary>The server for a build that begins now; the build itself starts it.</summary>
    public static CompilerServer ForBuild() => ForBuild(Environment.GetEnvironmentVariable(Variable));

    /// <summary>One that ends with the build, whatever the environment says.</summary>
    public static CompilerServer OfItsOwn() => new(File.Exists(Program) ? $"kernel-{Guid.NewGuid():N}" : null);

    /// <summary>The server where the variable has this value.</summary>
    internal static CompilerServer ForBuild(string? shared) =>
        string.Equals(shared, "false", StringComparison.OrdinalIgnoreCase) ? OfItsOwn() : new CompilerServer(null);

    /// <summary>What tells MSBuild of it.</summary>
    public IReadOnlyList<string> Arguments =>
        _pipe is null ? [] : [$"-p:{Variable}=true", $"-p:SharedCompilationId={_pipe}"];

    /// <summary>Path of the SDK's server, as it was when the verbs were built.</summary>
    internal static string Program { get; } = typeof(CompilerServer).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static each => each.Key == nameof(CompilerServer)).Value!;

    /// <summary>Ends it. Nothing happens where the build has not started it.</summary>
    public void Dispose()
    {
        if (_pipe is not null)
        {
            _ = HostCommand.Capture("dotnet", ["exec", Program, $"-pipename:{_pipe}", "-shutdown"]);
        }
    }
}
