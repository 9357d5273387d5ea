using System;
using System.IO;
using System.Linq;
using Kernel.Loading;
using Kernel.Tests.Host.Loading;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Damage;

/// <summary>
/// Archives and programs with one thing wrong, the cases of Tests/Host: the kernel says that it cannot use them, and
/// ends in order.
/// </summary>
public sealed class ArchiveTests
{
    private const string Program = "damaged";

    // Its archive would be none that could be made.
    public static TheoryData<string> Archives => [.. ArchiveFaultCases.All.Where(static one => one.Archive.Length > 0)
        .Select(static one => one.Name)];

    public static TheoryData<string> Programs => [.. ElfErrorCases.All.Select(static one => one.Name)];

    [Theory]
    [MemberData(nameof(Archives))]
    public void TheLogTellsWhereAnArchiveIsDamaged(string name)
    {
        (string _, byte[] archive, ArchiveError error) = ArchiveFaultCases.All.Single(one => one.Name == name);
        BootRun run = Boot(archive, "");
        Assert.Contains($"the archive of programs is damaged at byte {error.Offset}: build it anew", run.Text,
            StringComparison.Ordinal);
        run.ExpectPassed();
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void ADamagedProgramIsNotStarted(string name)
    {
        byte[] file = ElfErrorCases.All.Single(one => one.Name == name).File;
        BootRun run = Boot(new ArchiveBuilder().File(Program, file).Build(), $"init={Program}");
        Assert.Contains($"the program {Program} cannot be started: error ", run.Text, StringComparison.Ordinal);
        run.ExpectPassed();
    }

    private static BootRun Boot(byte[] archive, string arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, archive);
            return BootRun.Of(Machine.Direct.With(arguments) with { Archive = file });
        }
        finally
        {
            File.Delete(file);
        }
    }
}
