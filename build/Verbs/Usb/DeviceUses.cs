using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Verbs.Usb;

/// <summary>Who uses a disk: mounts, swap, and devices stacked on it (encryption, volumes, RAID).</summary>
/// <param name="Root">The folder that stands for <c>/</c>.</param>
internal sealed record DeviceUses(string Root)
{
    /// <summary>One sentence a use, for devices given by their folders in <c>/sys</c>.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<string> folders) =>
        [.. folders.SelectMany(folder => Mounts(folder).Concat(Swap(folder)).Concat(Holders(folder)))];

    // proc(5), /proc/self/mountinfo: the third field is the device's numbers, the fifth the mount point; after a
    // lone hyphen come the file system's type and its source. btrfs has numbers of its own, so both are compared.
    private IEnumerable<string> Mounts(string folder)
    {
        string numbersFile = Path.Combine(folder, "dev");
        string numbers = File.Exists(numbersFile) ? File.ReadAllText(numbersFile).Trim() : "";
        foreach (string[] fields in Lines("proc/self/mountinfo").Select(line => line.Split(' ')))
        {
            int hyphen = Array.IndexOf(fields, "-");
            if (fields.Length > 4 && hyphen > 0
                && (fields[2] == numbers || fields.ElementAtOrDefault(hyphen + 2) == PathOf(folder)))
            {
                yield return $"{PathOf(folder)} is mounted at {fields[4].Replace("\\040", " ", StringComparison.Ordinal)}";
            }
        }
    }

    private IEnumerable<string> Swap(string folder) => Lines("proc/swaps")
        .Where(line => line.Split([' ', '\t'])[0] == PathOf(folder))
        .Select(_ => $"{PathOf(folder)} is in use as swap");

    private static IEnumerable<string> Holders(string folder)
    {
        string holders = Path.Combine(folder, "holders");
        return Directory.Exists(holders)
            ? Directory.EnumerateFileSystemEntries(holders)
                .Select(holder => $"{PathOf(folder)} is in use by /dev/{Path.GetFileName(holder)}")
            : [];
    }

    private string[] Lines(string file)
    {
        string path = Path.Join(Root, file);
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }

    private static string PathOf(string folder) => $"/dev/{Path.GetFileName(folder)}";
}
