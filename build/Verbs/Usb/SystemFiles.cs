using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Verbs.Usb;

/// <summary>
/// Block devices as <c>/sys</c> and <c>/proc</c> tell of them (Linux, Documentation/ABI/stable/sysfs-block).
/// </summary>
/// <param name="Root">The folder that stands for <c>/</c>.</param>
public sealed record SystemFiles(string Root)
{
    private const int SectorBytes = 512;

    /// <summary>A block device by its numbers; null where the kernel does not know them.</summary>
    public BlockDevice? Read(DeviceNode node) => Read(Path.Join(Root, "sys/dev/block", node.Numbers));

    /// <summary>The USB sticks that are plugged in.</summary>
    public IReadOnlyList<BlockDevice> Sticks()
    {
        string folder = Path.Join(Root, "sys/block");
        return !Directory.Exists(folder) ? [] :
        [
            .. Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).Select(Read)
                .OfType<BlockDevice>().Where(device => device is { IsRemovable: true, IsUsb: true, Bytes: > 0 }),
        ];
    }

    private BlockDevice? Read(string link)
    {
        if (!Directory.Exists(link))
        {
            return null;
        }
        string folder = Directory.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName ?? link;
        string name = Path.GetFileName(folder);
        bool isPartition = File.Exists(Path.Combine(folder, "partition"));
        string disk = isPartition ? Path.GetDirectoryName(folder)! : folder;
        string[] partitions = Partitions(folder);
        return new BlockDevice
        {
            Name = name,
            PartitionOf = isPartition ? Path.GetFileName(disk) : null,
            Model = $"{Line(disk, "device/vendor")} {Line(disk, "device/model")}".Trim(),
            Bytes = Number(folder, "size") * SectorBytes,
            IsRemovable = Number(disk, "removable") == 1,
            IsUsb = IsOnUsb(folder),
            IsReadOnly = Number(disk, "ro") == 1,
            Partitions = [.. partitions.Select(partition => Path.GetFileName(partition))],
            Uses = new DeviceUses(Root).Of([folder, .. partitions]),
        };
    }

    private static string[] Partitions(string folder) =>
    [
        .. Directory.EnumerateDirectories(folder)
            .Where(entry => File.Exists(Path.Combine(entry, "partition"))).Order(StringComparer.Ordinal),
    ];

    // The path of a device in sysfs names every bus on the way: .../usb2/2-1/2-1:1.0/host6/.../block/sdb.
    private static bool IsOnUsb(string folder) => folder.Split('/')
        .Any(part => part.StartsWith("usb", StringComparison.Ordinal) && part.Length > 3 && part[3..].All(char.IsAsciiDigit));

    private static long Number(string folder, string file) =>
        long.TryParse(Line(folder, file), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    private static string Line(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : "";
    }
}
