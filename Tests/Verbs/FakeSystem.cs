using System;
using System.IO;
using Verbs.Usb;

namespace Verbs.Tests;

/// <summary>
/// A <c>/sys</c> and <c>/proc</c> of our own, with one USB stick of two partitions and one built-in disk.
/// </summary>
internal sealed class FakeSystem : IDisposable
{
    public const long StickBytes = 64L << 20;

    private const string StickFolder = "sys/devices/pci0000:00/0000:00:14.0/usb2/2-1/2-1:1.0/host6/target6:0:0/6:0:0:0/block/sdb";
    private const string DiskFolder = "sys/devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda";

    private readonly string _root = Directory.CreateTempSubdirectory("system-").FullName;

    public FakeSystem()
    {
        Disk(StickFolder, "8:16", removable: true, bytes: StickBytes);
        Write($"{StickFolder}/device/vendor", "SanDisk ");
        Write($"{StickFolder}/device/model", "Cruzer Blade    ");
        Partition(StickFolder, 1, "8:17");
        Partition(StickFolder, 2, "8:18");
        Disk(DiskFolder, "8:0", removable: false, bytes: 500L << 30);
        Write("proc/self/mountinfo", "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw");
        Write("proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n/dev/sda2 partition 1 0 -2");
    }

    public SystemFiles Files => new(_root);

    public static DeviceNode? Look(string path) => path switch
    {
        "/dev/sda" => new DeviceNode(true, 8, 0),
        "/dev/sdb" => new DeviceNode(true, 8, 16),
        "/dev/sdb1" => new DeviceNode(true, 8, 17),
        "/dev/sdz" => new DeviceNode(true, 99, 99),
        "/dev/tty" => new DeviceNode(false, 0, 0),
        _ => null,
    };

    /// <summary>Writes a file of the stick's folder in <c>/sys</c>.</summary>
    public void WriteStick(string file, string text) => Write($"{StickFolder}/{file}", text);

    /// <summary>Writes a file below our <c>/</c>.</summary>
    public void Write(string file, string text)
    {
        string path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text + "\n");
    }

    /// <summary>Moves the stick's hardware to a bus that is not USB.</summary>
    public void MoveStickOffUsb()
    {
        string old = Path.Combine(_root, "sys/devices/pci0000:00/0000:00:14.0/usb2");
        Directory.Move(old, Path.Combine(_root, "sys/devices/pci0000:00/0000:00:14.0/ata9"));
        File.Delete(Path.Combine(_root, "sys/dev/block/8:16"));
        Link(StickFolder.Replace("usb2", "ata9", StringComparison.Ordinal), "sys/dev/block/8:16");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Disk(string folder, string numbers, bool removable, long bytes)
    {
        Write($"{folder}/dev", numbers);
        Write($"{folder}/removable", removable ? "1" : "0");
        Write($"{folder}/ro", "0");
        Write($"{folder}/size", $"{bytes / 512}");
        Directory.CreateDirectory(Path.Combine(_root, folder, "holders"));
        Link(folder, $"sys/dev/block/{numbers}");
        Link(folder, $"sys/block/{Path.GetFileName(folder)}");
    }

    private void Partition(string disk, int number, string numbers)
    {
        string folder = $"{disk}/{Path.GetFileName(disk)}{number}";
        Write($"{folder}/partition", $"{number}");
        Write($"{folder}/dev", numbers);
        Write($"{folder}/size", "2048");
        Link(folder, $"sys/dev/block/{numbers}");
    }

    private void Link(string target, string link)
    {
        string path = Path.Combine(_root, link);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Directory.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(_root, target)));
    }
}
