using System;
using System.Linq;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Crashes;

/// <summary>Where in the sources something is said.</summary>
internal static class SourceText
{
    /// <summary>The number, from 1, of the one line that has these words; fails where none or several have.</summary>
    public static int LineOf(string file, string words)
    {
        int[] lines = [.. Tree.Source(file)
            .Select(static (text, index) => (text, number: index + 1))
            .Where(line => line.text.Contains(words, StringComparison.Ordinal))
            .Select(static line => line.number)];
        Assert.True(lines.Length == 1, $"{file} has {lines.Length} lines with \"{words}\", not one");
        return lines[0];
    }
}
