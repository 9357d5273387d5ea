using System;
using System.IO;
using System.Linq;
using QemuTests.Support;

namespace QemuTests.Building;

/// <summary>A copy of the sources in a temporary folder of its own, without anything that was built.</summary>
internal sealed class TreeCopy : IDisposable
{
    private static readonly TimeSpan s_git = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_build = TimeSpan.FromMinutes(5);

    private readonly string _folder;

    /// <summary>Copies what git would commit to a new folder whose path ends in <paramref name="name"/>.</summary>
    public TreeCopy(string name)
    {
        _folder = Directory.CreateTempSubdirectory("tree-").FullName;
        Root = Path.Combine(_folder, name);
        string listing = Host.Run(
            Tree.Root, s_git, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        foreach (string file in listing.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(IsThere))
        {
            string target = Path.Combine(Root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Tree.Root, file), target);
        }
    }

    /// <summary>The copy's top folder.</summary>
    public string Root { get; }

    /// <summary>
    /// Builds the kernel and its image, with no server that would stay behind in the folder, and without the analyzers,
    /// which have read the same sources and make nothing. Each compiler lives for seconds, too short to compile itself
    /// well.
    /// </summary>
    public void Build() => Host.Run(
        Root, s_build,
        "env", "DOTNET_TieredPGO=0", "DOTNET_TC_CallCounting=0", "dotnet", "build", "Kernel/Kernel.csproj", "--nologo",
        "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false");

    /// <summary>The path of a file of the image.</summary>
    public string Built(string file) => Path.Combine(Root, "artifacts", "image", file);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // A file that was deleted stays in git's list until that is committed.
    private static bool IsThere(string file) => File.Exists(Path.Combine(Tree.Root, file));
}
