using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Verbs.Tools;
using Xunit;

namespace Verbs.Tests;

/// <summary>What is missing, and how it is installed.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("host-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private HostFiles Host => new(_root, ["/usr/bin", "/opt/tools"]);

    private void Put(string path)
    {
        string file = Path.Join(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
    }

    [Fact]
    public void ABareHostLacksEverythingForABuild() => Assert.Equal(
        ["nasm", "lld", "cpio", "xorriso", "grub-common", "grub-pc-bin", "grub-efi-amd64-bin", "mtools"],
        InstallPlan.Packages(Toolbox.Missing(Purpose.Build, Host)));

    [Fact]
    public void WhatIsThereIsNotMissing()
    {
        Put("/opt/tools/nasm");
        Put("/usr/lib/grub/i386-pc/moddep.lst");
        IReadOnlyList<string> missing = InstallPlan.Packages(Toolbox.Missing(Purpose.Build, Host));
        Assert.DoesNotContain("nasm", missing);
        Assert.DoesNotContain("grub-pc-bin", missing);
        Assert.Contains("lld", missing);
    }

    [Fact]
    public void RunningByBiosNeedsNoUefiAndNoDebugger() =>
        Assert.Equal(["qemu-system-x86"], InstallPlan.Packages(Toolbox.Missing(Purpose.Run, Host)));

    [Fact]
    public void EitherPlaceOfOvmfWillDo()
    {
        Put("/usr/share/edk2/ovmf/OVMF_CODE.fd");
        Assert.Empty(Toolbox.Missing(Purpose.Uefi, Host));
    }

    [Theory]
    [InlineData(Authority.Root, "env")]
    [InlineData(Authority.SilentSudo, "sudo -n env")]
    [InlineData(Authority.AskingSudo, "sudo env")]
    public void ListsAreUpdatedBeforePackagesAreInstalled(Authority authority, string prefix)
    {
        IEnumerable<string> commands = InstallPlan.Commands(Toolbox.Missing(Purpose.Run, Host), authority)
            .Select(command => string.Join(' ', command));
        Assert.Equal(
            [
                $"{prefix} DEBIAN_FRONTEND=noninteractive apt-get -q update",
                $"{prefix} DEBIAN_FRONTEND=noninteractive apt-get -q install --yes --no-install-recommends qemu-system-x86",
            ],
            commands);
    }

    [Theory]
    [InlineData(Authority.None, "as root, run apt-get update && apt-get install --yes --no-install-recommends qemu-system-x86")]
    [InlineData(Authority.NoApt, "on Debian the packages are qemu-system-x86")]
    public void WithoutAuthorityTheCommandIsTold(Authority authority, string words)
    {
        IReadOnlyList<Tool> missing = Toolbox.Missing(Purpose.Run, Host);
        Assert.Empty(InstallPlan.Commands(missing, authority));
        string message = InstallPlan.Refusal(missing, authority).Message;
        Assert.Contains("QEMU", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void EveryToolIsSeenSomehow() =>
        Assert.All(Toolbox.All, tool => Assert.True(tool.Program is null == tool.Files.Count > 0, tool.Name));
}
