using System;
using System.IO;
using System.Linq;

namespace Machines;

/// <summary>Programs of the host, looked up as a shell would.</summary>
public static class HostPrograms
{
    /// <summary>QEMU for x86-64.</summary>
    public const string Qemu = "qemu-system-x86_64";

    /// <summary>The Bochs emulator.</summary>
    public const string Bochs = "bochs";

    /// <summary>
    /// The full path of a program on PATH or in the administrator's folders; null where it is missing.
    /// </summary>
    public static string? Find(string name)
    {
        string path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>The full path of a program.</summary>
    /// <exception cref="MachineException">It is missing; <paramref name="package"/> brings it.</exception>
    public static string Require(string name, string package) =>
        Find(name) ?? throw new MachineException($"{name} is missing", $"apt-get install {package}");
}
