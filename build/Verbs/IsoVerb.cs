using System;
using System.CommandLine;
using System.IO;
using System.Security.Cryptography;
using Verbs.Tools;

namespace Verbs;

/// <summary><c>iso</c>: the bootable image, and what to compare it by.</summary>
public static class IsoVerb
{
    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var command = new Command("iso", "Build the bootable ISO and print its path, size and SHA-256.");
        command.SetAction(_ =>
        {
            Installer.Ensure(Purpose.Build);
            Build.Image(repository);
            using FileStream image = File.OpenRead(repository.Iso);
            Console.WriteLine($"path    {repository.Iso}");
            Console.WriteLine($"size    {image.Length} bytes");
            Console.WriteLine($"sha256  {Convert.ToHexStringLower(SHA256.HashData(image))}");
            return 0;
        });
        return command;
    }
}
