using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Verbs.Tools;

/// <summary>The host's files, as far as tools are looked for.</summary>
/// <param name="Root">The folder that stands for <c>/</c>.</param>
/// <param name="SearchPath">Folders of programs, full paths as seen from <paramref name="Root"/>.</param>
public sealed record HostFiles(string Root, IReadOnlyList<string> SearchPath)
{
    /// <summary>This host. The administrator's folders count even where a user's PATH lacks them.</summary>
    public static HostFiles Current() => new(
        "/",
        [
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries),
            "/usr/sbin",
            "/sbin",
        ]);

    /// <summary>The full path of a program; null where it is missing.</summary>
    public string? Find(string program) =>
        SearchPath.Select(folder => Inside(Path.Combine(folder, program))).FirstOrDefault(File.Exists);

    /// <summary>Whether one of the files is there.</summary>
    public bool HasAny(IReadOnlyList<string> files) => files.Any(file => File.Exists(Inside(file)));

    private string Inside(string path) => Path.Join(Root, path);
}
