using System;
using System.IO;
using System.Linq;

namespace Verbs.Measuring.Linux;

/// <summary>Debian's kernel by apt, in a folder of the build's: this machine's own kernel stays what it is.</summary>
public static class LinuxDownload
{
    private const string Package = "linux-image-amd64";
    private const string Prefix = "vmlinuz-";
    private const string Mend = "on Debian, as root, run apt-get update, and try again";

    /// <summary>The path of the kernel, downloaded where it is not there.</summary>
    /// <exception cref="VerbException">It cannot be downloaded or unpacked.</exception>
    public static string Kernel(string folder)
    {
        Directory.CreateDirectory(folder);
        if (Find(folder) is null)
        {
            // What is asked for only depends on the kernel of the day.
            string name = Capture("apt-cache", "depends", Package).Split('\n').Select(static line => line.Trim())
                .FirstOrDefault(static line => line.StartsWith("Depends: linux-image-", StringComparison.Ordinal))
                ?.Split(' ')[1] ?? throw new VerbException($"apt knows no {Package}", Mend);
            Run("apt-get", ["-q", "download", name], folder);
            Run("dpkg-deb", ["-x", Directory.GetFiles(folder, "linux-image-*.deb").Max()!, folder], folder);
        }
        return Find(folder) ?? throw new VerbException($"the package has no {Prefix}* in its /boot", Mend);
    }

    /// <summary>The release of a kernel, by the name of its file.</summary>
    public static string Release(string kernel) => Path.GetFileName(kernel)[Prefix.Length..];

    private static string? Find(string folder)
    {
        string boot = Path.Combine(folder, "boot");
        return Directory.Exists(boot) ? Directory.GetFiles(boot, Prefix + "*").Max() : null;
    }

    private static string Capture(string program, params string[] arguments)
    {
        (int code, string output) = HostCommand.Capture(program, arguments);
        return code == 0 ? output : throw new VerbException($"{program} failed with code {code}", Mend);
    }

    private static void Run(string program, string[] arguments, string folder)
    {
        // The standard output is the figures' own.
        int code = HostCommand.Run("sh", ["-c", "exec \"$@\" >&2", "sh", program, .. arguments], folder);
        if (code != 0)
        {
            throw new VerbException($"{program} failed with code {code}", Mend);
        }
    }
}
