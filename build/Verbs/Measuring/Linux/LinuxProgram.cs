using System.IO;

namespace Verbs.Measuring.Linux;

/// <summary>Builds the program that measures Linux, from C, and packs it as what Linux starts first.</summary>
public static class LinuxProgram
{
    // Nothing of a C library: it would stand between the program and the calls that are measured.
    private const string Options =
        "-O2 -Wall -Wextra -Werror -std=gnu17 -static -nostdlib -ffreestanding -fno-stack-protector -fno-pie -no-pie"
        + " -fno-asynchronous-unwind-tables";

    /// <summary>The path of the archive.</summary>
    /// <exception cref="VerbException">The program does not build.</exception>
    public static string Build(string sources, string folder)
    {
        Directory.CreateDirectory(folder);
        string program = Path.Combine(folder, "init");
        Run("gcc", [.. Options.Split(' '), "-o", program, .. Directory.GetFiles(sources, "*.c")], folder);
        Run("sh", ["-c", "echo init | cpio -o --quiet -H newc > init.cpio"], folder);
        return Path.Combine(folder, "init.cpio");
    }

    private static void Run(string program, string[] arguments, string folder)
    {
        int code = HostCommand.Run(program, arguments, folder);
        if (code != 0)
        {
            throw new VerbException($"{program} failed with code {code}", "mend the errors above");
        }
    }
}
