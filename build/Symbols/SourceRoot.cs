using System;
using System.Collections.Immutable;

namespace Symbols;

/// <summary>The folders that source files are named relative to.</summary>
public sealed class SourceRoot
{
    private readonly ImmutableArray<string> _prefixes;

    /// <summary>Roots that are taken off the names of files that lie under them, the first that fits.</summary>
    public SourceRoot(params ReadOnlySpan<string> folders)
    {
        var prefixes = ImmutableArray.CreateBuilder<string>(folders.Length);
        foreach (string folder in folders)
        {
            prefixes.Add(folder.TrimEnd('/') + "/");
        }

        _prefixes = prefixes.MoveToImmutable();
    }

    /// <summary>What the C# compiler's path map makes of the repository's root.</summary>
    public static SourceRoot Mapped { get; } = new("/src");

    /// <summary>
    /// A file's name relative to the root that it lies under; the name itself where it lies under none.
    /// </summary>
    public string Relative(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (string prefix in _prefixes)
        {
            if (file.StartsWith(prefix, StringComparison.Ordinal))
            {
                return file[prefix.Length..];
            }
        }

        return file;
    }
}
