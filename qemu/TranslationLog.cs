using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Machines;

/// <summary>
/// What QEMU logs of the kernel's code that it translates (<c>-d in_asm</c>): it translates what is about to run, up to
/// the next branch, and so each instruction that is executed is there. A folder of such logs has a folder for each
/// image, of the name of the one in which the image lies.
/// </summary>
public static class TranslationLog
{
    /// <summary>In the environment: the folder where each machine leaves its log; none do where it is missing.</summary>
    public const string Variable = "TRANSLATION_LOGS";

    private const string KernelCode = "0xffffffff80000000..0xffffffffffffffff";
    private const string Prefix = "0x";

    /// <summary>The words for QEMU that make it leave the log of a machine with this image in a folder.</summary>
    public static IReadOnlyList<string> Arguments(string folder, string image)
    {
        string place = Path.Combine(folder, Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(image))!));
        Directory.CreateDirectory(place);
        return ["-d", "in_asm", "-D", Path.Combine(place, Path.GetRandomFileName()), "-dfilter", KernelCode];
    }

    /// <summary>The addresses of all instructions in a log's lines; other lines say nothing.</summary>
    public static IEnumerable<ulong> Read(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            int end = line.IndexOf(':', StringComparison.Ordinal);
            if (end > Prefix.Length && line.StartsWith(Prefix, StringComparison.Ordinal)
                && ulong.TryParse(
                    line.AsSpan(Prefix.Length, end - Prefix.Length), NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture, out ulong address))
            {
                yield return address;
            }
        }
    }

    /// <summary>The words for a machine with this image, if the environment asks for logs.</summary>
    internal static IReadOnlyList<string> ArgumentsIfAsked(string image) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? Arguments(folder, image) : [];
}
