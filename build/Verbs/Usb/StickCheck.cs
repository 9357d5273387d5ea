using System;
using System.Collections.Generic;
using System.Linq;

namespace Verbs.Usb;

/// <summary>What may be erased, and what must not be. Whoever is in doubt refuses.</summary>
public static class StickCheck
{
    /// <summary>The stick at a path.</summary>
    /// <param name="path">What the user typed; null or empty for nothing.</param>
    /// <param name="system">The host's files.</param>
    /// <param name="look">How a path's node is found, <see cref="DeviceNode.Of"/> on the real host.</param>
    /// <exception cref="VerbException">It is no stick that may be erased; says why.</exception>
    public static BlockDevice Require(string? path, SystemFiles system, Func<string, DeviceNode?> look)
    {
        if (string.IsNullOrEmpty(path))
        {
            throw new VerbException("which USB stick", $"give its device, such as /dev/sdX ({Describe(system.Sticks())})");
        }
        DeviceNode node = look(path) ?? throw new VerbException(
            $"{path} does not exist", $"give the stick's device ({Describe(system.Sticks())})");
        if (!node.IsBlockDevice)
        {
            throw new VerbException($"{path} is not a block device", "give the stick's device, such as /dev/sdX");
        }
        BlockDevice device = system.Read(node) ?? throw new VerbException(
            $"{path} is unknown to this host's kernel", "plug the stick in again");
        Refuse(device);
        return device;
    }

    /// <summary>Makes sure that an image fits.</summary>
    /// <exception cref="VerbException">It does not.</exception>
    public static void RequireRoom(BlockDevice device, long imageBytes)
    {
        if (device.Bytes < imageBytes)
        {
            throw new VerbException(
                $"{device.Path} is too small ({device.Bytes} bytes for an image of {imageBytes})", "use a larger stick");
        }
    }

    private static void Refuse(BlockDevice device)
    {
        if (device.PartitionOf is { } disk)
        {
            throw new VerbException($"{device.Path} is a partition", $"give the whole stick, /dev/{disk}");
        }
        if (!device.IsRemovable)
        {
            throw new VerbException($"{device.Path} is not removable", "only USB sticks are written, never a built-in disk");
        }
        if (!device.IsUsb)
        {
            throw new VerbException($"{device.Path} is not on USB", "only USB sticks are written");
        }
        if (device.Bytes == 0)
        {
            throw new VerbException($"{device.Path} has no medium in it", "put one in");
        }
        if (device.IsReadOnly)
        {
            throw new VerbException($"{device.Path} is write-protected", "move its switch, or use another stick");
        }
        if (device.Uses.Count > 0)
        {
            throw new VerbException(device.Uses[0], $"unmount or release it first (umount {device.Path}*)");
        }
    }

    private static string Describe(IReadOnlyList<BlockDevice> sticks) => sticks.Count == 0
        ? "no USB stick is plugged in"
        : "here now: " + string.Join(", ", sticks.Select(stick => $"{stick.Path} {stick.Model}"));
}
