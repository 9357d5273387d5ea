using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace Verbs.Usb;

/// <summary>What a stick holds, for the eyes of whoever is about to erase it.</summary>
public static class Contents
{
    /// <summary>The stick itself, then one line a partition.</summary>
    public static IReadOnlyList<string> Describe(BlockDevice device)
    {
        (int code, string output) = HostCommand.Capture("lsblk", ["--json", "--bytes", "-o", "NAME,SIZE,FSTYPE,LABEL", device.Path]);
        string model = device.Model.Length == 0 ? "unknown model" : device.Model;
        return [$"{device.Path}  {Size(device.Bytes)}  {model}", .. code == 0 ? Partitions(output) : device.Partitions];
    }

    /// <summary>One line a partition, from the words of <c>lsblk --json --bytes</c>.</summary>
    /// <exception cref="VerbException">The words are not understood.</exception>
    public static IReadOnlyList<string> Partitions(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            List<string> lines = [];
            foreach (JsonElement disk in document.RootElement.GetProperty("blockdevices").EnumerateArray())
            {
                if (disk.TryGetProperty("children", out JsonElement children))
                {
                    foreach (JsonElement partition in children.EnumerateArray())
                    {
                        lines.Add(Line(partition));
                    }
                }
            }
            return lines;
        }
        catch (System.Exception failure) when (failure is JsonException or KeyNotFoundException)
        {
            throw new VerbException("lsblk's words are not understood", "update util-linux");
        }
    }

    /// <summary>A size for people, in powers of ten as makers print it on sticks.</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
    };

    private static string Line(JsonElement partition)
    {
        string label = Text(partition, "label") is { Length: > 0 } given ? $"\"{given}\"" : "no label";
        string system = Text(partition, "fstype") is { Length: > 0 } known ? known : "unknown contents";
        return $"/dev/{Text(partition, "name")}  {Size(partition.GetProperty("size").GetInt64())}  {system}  {label}";
    }

    private static string Text(JsonElement partition, string name) => partition.GetProperty(name).GetString() ?? "";
}
