using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Building;

public sealed class IncrementalBuildTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void ABuildWithNothingChangedMakesNothing()
    {
        // The first one may have something to do.
        Build();
        Dictionary<string, DateTime> before = Times();
        Build();
        Assert.Equal(before, Times());
    }

    private static void Build() =>
        Host.Run(Tree.Root, s_patience, "dotnet", "build", "Kernel/Kernel.csproj", "--nologo", "-nodeReuse:false");

    private static Dictionary<string, DateTime> Times() => Directory
        .EnumerateFiles(Path.GetDirectoryName(Tree.Kernel)!, "*", SearchOption.AllDirectories)
        .ToDictionary(static file => file, File.GetLastWriteTimeUtc);
}
