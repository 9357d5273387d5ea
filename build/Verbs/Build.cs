using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;

namespace Verbs;

/// <summary>The .NET command line, as the verbs use it.</summary>
public static class Build
{
    /// <summary>Builds a project or solution and says nothing but warnings and errors.</summary>
    /// <exception cref="VerbException">The build failed.</exception>
    public static void Quietly(Repository repository, string project) =>
        // "dotnet build" always adds a summary.
        DotNet(repository, "msbuild", project, "-restore", "-nologo", "-verbosity:quiet", "-clp:NoSummary");

    /// <summary>Builds the kernel and the ISO, and makes sure that they are there.</summary>
    /// <exception cref="VerbException">The build failed.</exception>
    public static void Image(Repository repository)
    {
        Quietly(repository, repository.KernelProject);
        foreach (string file in (IReadOnlyList<string>)[repository.Iso, repository.KernelElf])
        {
            if (!File.Exists(file))
            {
                throw new VerbException($"the build made no {file}", "./build.sh clean, then try again");
            }
        }
    }

    // Elsewhere a compiler stays, and what it does often is worth compiling well.
    private static bool IsCompilerShared =>
        !string.Equals(Environment.GetEnvironmentVariable("UseSharedCompilation"), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs <c>dotnet</c> in the working tree.</summary>
    /// <exception cref="VerbException">It failed.</exception>
    public static void DotNet(Repository repository, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = repository.Root };
        // Compilers that live for seconds never earn back what measuring themselves costs.
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (!IsCompilerShared)
        {
            start.Environment["DOTNET_TC_CallCounting"] = "0";
        }
        int code = HostCommand.Run(start);
        if (code != 0)
        {
            throw new VerbException($"dotnet {arguments[0]} failed with code {code}", "mend the errors above");
        }
    }
}
