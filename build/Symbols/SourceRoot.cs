using System;

namespace Symbols;

/// <summary>The folder that source files are named relative to.</summary>
public sealed class SourceRoot
{
    private readonly string _prefix;

    /// <summary>A root that is taken off the names of files that lie under it.</summary>
    public SourceRoot(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _prefix = folder.TrimEnd('/') + "/";
    }

    /// <summary>What the compilers' debug information calls the repository's root.</summary>
    public static SourceRoot Mapped { get; } = new("/src");

    /// <summary>A file's name relative to the root; the name itself where it does not lie under it.</summary>
    public string Relative(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.StartsWith(_prefix, StringComparison.Ordinal) ? file[_prefix.Length..] : file;
    }
}
