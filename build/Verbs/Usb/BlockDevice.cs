using System.Collections.Generic;

namespace Verbs.Usb;

/// <summary>A disk or partition as Linux describes it.</summary>
public sealed record BlockDevice
{
    /// <summary>The kernel's name, such as <c>sdb</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The whole disk's name where this is a partition; null where it is a disk.</summary>
    public string? PartitionOf { get; init; }

    /// <summary>The maker's words for it; may be empty.</summary>
    public string Model { get; init; } = "";

    /// <summary>Its size; 0 where no medium is in it.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether the kernel calls its medium removable.</summary>
    public bool IsRemovable { get; init; }

    /// <summary>Whether it hangs on a USB bus.</summary>
    public bool IsUsb { get; init; }

    /// <summary>Whether it is write-protected.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The names of its partitions.</summary>
    public IReadOnlyList<string> Partitions { get; init; } = [];

    /// <summary>
    /// Why it is in use, one sentence a use: mounts, swap and stacked devices, of itself and its partitions.
    /// </summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>Its path, where udev puts it.</summary>
    public string Path => $"/dev/{Name}";
}
