using System.Collections.Generic;
using System.IO;
using System.Linq;
using Machines;

namespace Verbs.Covering;

/// <summary>
/// The kernel whose blocks are counted, and those that are made of its rooms and break, audit or measure themselves.
/// </summary>
/// <param name="repository">The tree, built.</param>
public sealed class CoveredKernels(Repository repository)
{
    private readonly Dictionary<string, Coverage> _others = [];

    /// <summary>What was reached of the kernel.</summary>
    public Coverage Main { get; } = Coverage.Of(repository.KernelElf, repository.KernelAssemblies);

    /// <summary>Runs something; the blocks that it reached, and how many of them nothing had reached before.</summary>
    public (int Blocks, int New) Run(ICoverageRun run)
    {
        string logs = Directory.CreateTempSubdirectory("translations-").FullName;
        try
        {
            run.Run(logs);
            HashSet<ulong> reached = [.. Directory.EnumerateDirectories(logs).SelectMany(ReachedIn)];
            return (Main.Blocks.Count(block => reached.Contains(block.Start)), Main.Add(reached));
        }
        finally
        {
            Directory.Delete(logs, recursive: true);
        }
    }

    // Addresses in the kernel that is counted. Of kernels that a test made for itself nothing is known.
    private IEnumerable<ulong> ReachedIn(string logs)
    {
        HashSet<ulong> addresses =
            [.. Directory.EnumerateFiles(logs).SelectMany(static file => TranslationLog.Read(File.ReadLines(file)))];
        string elf = Path.Combine(repository.Artifacts, Path.GetFileName(logs), Path.GetFileName(repository.KernelElf));
        return elf == repository.KernelElf ? addresses
            : File.Exists(elf) ? Main.Translate(Other(elf), addresses)
            : [];
    }

    private Coverage Other(string elf)
    {
        if (!_others.TryGetValue(elf, out Coverage? other))
        {
            other = Coverage.Of(elf, repository.KernelAssemblies);
            _others.Add(elf, other);
        }
        return other;
    }
}
