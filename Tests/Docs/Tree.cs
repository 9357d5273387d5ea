using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Docs.Tests;

/// <summary>The working tree, without what builds make.</summary>
internal static class Tree
{
    private static readonly string[] s_madeFolders = ["artifacts", ".git", "bin", "obj"];

    private static readonly string s_root = typeof(Tree).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static each => each.Key == "RepoRoot").Value!;

    private static readonly Lazy<HashSet<string>> s_files = new(() => [.. Walk("")]);

    private static readonly Lazy<HashSet<string>> s_names =
        new(() => [.. s_files.Value.Select(static file => Path.GetFileName(file))]);

    /// <summary>Every page of documentation.</summary>
    public static IReadOnlyList<Page> Pages { get; } =
    [
        .. s_files.Value.Where(static file => file.EndsWith(".md", StringComparison.Ordinal)).Order()
            .Select(static file => new Page(file, Read(file))),
    ];

    /// <summary>Whether a file or folder is there; the path counts from the top folder.</summary>
    public static bool Has(string path)
    {
        string plain = path.TrimEnd('/');
        return plain.Length == 0 || s_files.Value.Contains(plain)
            || s_files.Value.Any(file => file.StartsWith(plain + "/", StringComparison.Ordinal));
    }

    /// <summary>Whether any folder has a file of this name.</summary>
    public static bool HasFileNamed(string name) => s_names.Value.Contains(name);

    /// <summary>The paths of all files of C# that a class of this name is in, its parts among them.</summary>
    public static IEnumerable<string> FilesOfClass(string name) => s_files.Value.Where(file =>
        Path.GetFileName(file) is { } each
        && each.StartsWith(name + ".", StringComparison.Ordinal)
        && each.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>The first folder or file of a path is one of the tree's.</summary>
    public static bool StartsHere(string path) => Has(path.Split('/')[0]);

    /// <summary>The folders below one that have files, with a slash at the end; hidden ones are left out.</summary>
    public static IEnumerable<string> FoldersIn(string folder) => s_files.Value
        .Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.IndexOf('/', folder.Length) > 0)
        .Select(file => file[..(file.IndexOf('/', folder.Length) + 1)])
        .Where(static each => each[0] != '.')
        .Distinct();

    /// <summary>A file's text.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(s_root, path));

    private static IEnumerable<string> Walk(string folder)
    {
        string full = Path.Combine(s_root, folder);
        IEnumerable<string> files = Directory.EnumerateFiles(full).Select(file => Join(folder, file));
        return files.Concat(Directory.EnumerateDirectories(full)
            .Where(static each => !s_madeFolders.Contains(Path.GetFileName(each)))
            .SelectMany(each => Walk(Join(folder, each))));
    }

    private static string Join(string folder, string path) =>
        folder.Length == 0 ? Path.GetFileName(path) : $"{folder}/{Path.GetFileName(path)}";
}
