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
        // This one may have something to do, and may have to start the build server.
        Build(kernel);
        Dictionary<string, DateTime> before = Times();
        bool isQuick = Build(kernel) < s_longest;
        Assert.Equal(before, Times());
        if (!isQuick)
        {
            CompareOnABusyHost(kernel, alone);
        }
    }

    private static void CompareOnABusyHost(string kernel, string alone)
    {
        TimeSpan best = Best(kernel);
        TimeSpan one = Best(alone);
        Assert.True(
            best < s_longest || best < one * MostTimesOneProject,
            $"the best of three took {best.TotalSeconds:0.0} s, and one project {one.TotalSeconds:0.0} s");
    }

    private static TimeSpan Best(string project) => Enumerable.Range(0, 3).Min(_ => Build(project));

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
