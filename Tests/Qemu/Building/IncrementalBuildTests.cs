using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Building;

[Collection(Alone.Name)]
public sealed class IncrementalBuildTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    // On a slow or busy host: as often the time of a project that stands alone, in the same minute.
    private const double MostTimesOneProject = 3.5;

    [Fact]
    public void ABuildWithNothingChangedMakesNothingAndTakesSeconds()
    {
        const string kernel = "Kernel/Kernel.csproj";
        const string alone = "build/Symbols/Symbols.csproj";
        Build(kernel);
        Build(alone);
        Dictionary<string, DateTime> before = Times();
        // The first build may have had something to do, and may have had to start the build server.
        TimeSpan best = Enumerable.Range(0, 3).Min(static _ => Build(kernel));
        TimeSpan one = Enumerable.Range(0, 3).Min(static _ => Build(alone));
        Assert.Equal(before, Times());
        TimeSpan longest = one * MostTimesOneProject > s_longest ? one * MostTimesOneProject : s_longest;
        Assert.True(
            best < longest,
            $"the best of three took {best.TotalSeconds:0.0} s, and one project {one.TotalSeconds:0.0} s");
    }

    private static TimeSpan Build(string project)
    {
        var watch = Stopwatch.StartNew();
        Host.Run(Tree.Root, s_patience, "dotnet", "build", project, "--nologo", "-nodeReuse:false");
        return watch.Elapsed;
    }

    private static Dictionary<string, DateTime> Times() => Directory
        .EnumerateFiles(Path.GetDirectoryName(Tree.Kernel)!, "*", SearchOption.AllDirectories)
        .ToDictionary(static file => file, File.GetLastWriteTimeUtc);
}
