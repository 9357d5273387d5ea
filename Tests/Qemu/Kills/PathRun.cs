using System;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Kills;

/// <summary>A run of the program <c>kills</c> on the kernel of Tests/AuditImage, where nothing was wrong.</summary>
/// <param name="Said">What the program said at its end.</param>
internal sealed record PathRun(string Said)
{
    /// <summary>Starts a machine for a path, and waits for its end.</summary>
    public static PathRun Of(string path, string argument, int stride)
    {
        MachineSpec spec = Machine.Unseen.With($"init=kills,{path},{argument}") with
        {
            Image = Tree.AuditedKernel,
            Archive = Tree.Programs,
            Memory = MemorySize.FromMebibytes(16),
        };
        BootRun run = BootRun.Of(spec, Patience.Kills(stride));
        string[] said = [.. run.Lines.Where(static line => line.StartsWith("kills: ", StringComparison.Ordinal))];
        Assert.True(said.Length == 1, run.Text);
        Assert.StartsWith($"kills: {path}: ", said[0], StringComparison.Ordinal);
        Assert.EndsWith(", 0 failed", said[0], StringComparison.Ordinal);
        run.ExpectPassed();
        return new PathRun(said[0]);
    }

    /// <summary>How many of something it said.</summary>
    public int Count(string what) => int.Parse(Regex.Match(Said, $@"(\d+) {what} ").Groups[1].Value);
}
