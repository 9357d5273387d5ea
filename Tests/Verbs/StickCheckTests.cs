using System;
using System.IO;
using Verbs.Usb;
using Xunit;

namespace Verbs.Tests;

/// <summary>What <c>usb</c> refuses, and in which words.</summary>
public sealed class StickCheckTests : IDisposable
{
    private readonly FakeSystem _system = new();

    public void Dispose() => _system.Dispose();

    private BlockDevice Require(string? path) => StickCheck.Require(path, _system.Files, FakeSystem.Look);

    private void Refuses(string? path, string words)
    {
        string message = Assert.Throws<VerbException>(() => Require(path)).Message;
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void AFreeStickIsTaken()
    {
        BlockDevice stick = Require("/dev/sdb");
        Assert.Equal(("sdb", "SanDisk Cruzer Blade", FakeSystem.StickBytes), (stick.Name, stick.Model, stick.Bytes));
        Assert.Equal(["sdb1", "sdb2"], stick.Partitions);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void NothingNamed(string? path) => Refuses(path, "which USB stick: give its device, such as /dev/sdX (here now: /dev/sdb SanDisk Cruzer Blade)");

    [Fact]
    public void NotThere() => Refuses("/dev/nothing", "/dev/nothing does not exist");

    [Fact]
    public void NotABlockDevice() => Refuses("/dev/tty", "/dev/tty is not a block device");

    [Fact]
    public void UnknownToTheKernel() => Refuses("/dev/sdz", "/dev/sdz is unknown");

    [Fact]
    public void APartition() => Refuses("/dev/sdb1", "/dev/sdb1 is a partition: give the whole stick, /dev/sdb");

    [Fact]
    public void ABuiltInDisk() => Refuses("/dev/sda", "/dev/sda is not removable");

    [Fact]
    public void RemovableButNotOnUsb()
    {
        _system.MoveStickOffUsb();
        Refuses("/dev/sdb", "/dev/sdb is not on USB");
    }

    [Fact]
    public void NoMedium()
    {
        _system.WriteStick("size", "0");
        Refuses("/dev/sdb", "/dev/sdb has no medium in it");
    }

    [Fact]
    public void WriteProtected()
    {
        _system.WriteStick("ro", "1");
        Refuses("/dev/sdb", "/dev/sdb is write-protected");
    }

    [Theory]
    [InlineData("40 22 8:16 / /mnt rw - vfat /dev/sdb rw", "/dev/sdb is mounted at /mnt")]
    [InlineData("40 22 8:18 / /media/my\\040stick rw shared:7 - vfat /dev/sdb2 rw", "/dev/sdb2 is mounted at /media/my stick")]
    [InlineData("40 22 0:44 /home /home rw - btrfs /dev/sdb1 rw", "/dev/sdb1 is mounted at /home")]
    public void MountedItselfOrByAPartition(string line, string words)
    {
        _system.Write("proc/self/mountinfo", line);
        Refuses("/dev/sdb", words);
    }

    [Fact]
    public void SwappedTo()
    {
        _system.Write("proc/swaps", "Filename\tType\n/dev/sdb2      partition 1 0 -2");
        Refuses("/dev/sdb", "/dev/sdb2 is in use as swap");
    }

    [Fact]
    public void HeldByEncryptionOrVolumes()
    {
        _system.WriteStick("sdb1/holders/dm-0", "");
        Refuses("/dev/sdb", "/dev/sdb1 is in use by /dev/dm-0");
    }

    [Fact]
    public void TooSmall()
    {
        BlockDevice stick = Require("/dev/sdb");
        StickCheck.RequireRoom(stick, FakeSystem.StickBytes);
        var failure = Assert.Throws<VerbException>(() => StickCheck.RequireRoom(stick, FakeSystem.StickBytes + 1));
        Assert.Contains("/dev/sdb is too small", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RealPathsAreLookedAt()
    {
        Assert.Null(DeviceNode.Of("/dev/there-is-none"));
        Assert.False(DeviceNode.Of("/dev/null")!.Value.IsBlockDevice);
        Assert.False(DeviceNode.Of(typeof(StickCheckTests).Assembly.Location)!.Value.IsBlockDevice);
    }

    [Theory]
    [InlineData("sdb\n", false, null)]
    [InlineData("y\n", false, "nothing was written")]
    [InlineData("", false, "nothing was written")]
    [InlineData("sdb\n", true, "add --yes")]
    public void TheLastQuestion(string typed, bool nobodyThere, string? refusal)
    {
        var questions = new StringWriter();
        var failure = Record.Exception(() => Confirmation.Require("sdb", nobodyThere, new StringReader(typed), questions));
        Assert.Equal(refusal is null, failure is null);
        Assert.Contains(refusal ?? "", failure?.Message ?? "", StringComparison.Ordinal);
    }
}
