using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;

namespace Kernel.Tests.Host.Fuzzing;

/// <summary>
/// Inputs that a parser has failed on: those in the tree, in Tests/Host/Fuzzing/Found, and those that runs on this
/// machine came upon, in artifacts/fuzz.
/// </summary>
internal static class FoundInputs
{
    private static readonly string s_root = typeof(FoundInputs).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static each => each.Key == "RepoRoot").Value!;

    /// <summary>All for a parser.</summary>
    public static IEnumerable<byte[]> Of(string name) => new[] { Kept(name), Made(name) }
        .Where(Directory.Exists)
        .SelectMany(static folder => Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        .Select(File.ReadAllBytes)
        .Where(static bytes => bytes.Length <= FuzzInput.Capacity);

    /// <summary>Saves one; the path of its file.</summary>
    public static string Save(string name, ReadOnlySpan<byte> input)
    {
        string folder = Directory.CreateDirectory(Made(name)).FullName;
        string file = Path.Combine(folder, Convert.ToHexString(SHA256.HashData(input))[..16] + ".bin");
        File.WriteAllBytes(file, input.ToArray());
        return file;
    }

    /// <summary>Removes those that runs on this machine came upon.</summary>
    public static void Forget(string name)
    {
        if (Directory.Exists(Made(name)))
        {
            Directory.Delete(Made(name), recursive: true);
        }
    }

    private static string Kept(string name) => Path.Combine(s_root, "Tests/Host/Fuzzing/Found", name);

    private static string Made(string name) => Path.Combine(s_root, "artifacts/fuzz", name);
}
