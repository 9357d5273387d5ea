using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Kernel.Tests.Host.Loading;

/// <summary>The format once more, in another way: as text, by regular expressions.</summary>
internal static partial class NaiveArchive
{
    /// <summary>The files of a sound archive; null where it is not sound.</summary>
    public static List<(string Name, byte[] Contents)>? Read(byte[] bytes)
    {
        string text = Encoding.Latin1.GetString(bytes);
        var files = new List<(string Name, byte[] Contents)>();
        int at = 0;
        while (Header().Match(text, at) is { Success: true } header && header.Index == at)
        {
            ulong nameSize = Number(header, "name");
            ulong size = Number(header, "size");
            ulong contents = RoundUp((ulong)at + 110 + nameSize);
            if (contents > (ulong)text.Length || RoundUp(contents + size) > (ulong)text.Length)
            {
                return null;
            }

            string name = text[(at + 110)..(int)contents];
            string trimmed = name.TrimEnd('\0');
            string padding = text[(int)(contents + size)..(int)RoundUp(contents + size)];
            bool isPlain = (ulong)trimmed.Length + 1 == nameSize && PlainName().IsMatch(trimmed);
            if (!isPlain || padding.Any(static each => each != 0))
            {
                return null;
            }

            if (trimmed == "TRAILER!!!")
            {
                bool isSound = size == 0 && text[(int)contents..].All(each => each == 0)
                    && files.Count <= 256 && files.Select(each => each.Name).Distinct().Count() == files.Count;
                return isSound ? files : null;
            }

            if ((Number(header, "mode") >> 12 & 0xF) != 8 || Number(header, "links") != 1)
            {
                return null;
            }

            files.Add((trimmed, bytes[(int)contents..(int)(contents + size)]));
            at = (int)RoundUp(contents + size);
        }

        return null;
    }

    private static ulong RoundUp(ulong offset) => (offset + 3) / 4 * 4;

    private static ulong Number(Match header, string field) => Convert.ToUInt64(header.Groups[field].Value, 16);

    [GeneratedRegex(
        "070701[0-9A-Fa-f]{8}(?<mode>[0-9A-Fa-f]{8})[0-9A-Fa-f]{16}(?<links>[0-9A-Fa-f]{8})[0-9A-Fa-f]{8}"
        + "(?<size>[0-9A-Fa-f]{8})[0-9A-Fa-f]{32}(?<name>[0-9A-Fa-f]{8})00000000")]
    private static partial Regex Header();

    [GeneratedRegex("^[!-.0-~]{1,63}\\z")]
    private static partial Regex PlainName();
}
