using System;
using System.CommandLine;
using System.IO;
using Verbs.Tools;

namespace Verbs.Usb;

/// <summary><c>usb DEVICE</c>: the ISO on a USB stick, after a look at what that erases.</summary>
public static class UsbVerb
{
    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var device = new Argument<string?>("DEVICE")
        {
            Description = "The stick, such as /dev/sdX.",
            // Missing is allowed here, so that the refusal can name the sticks that are plugged in.
            Arity = ArgumentArity.ZeroOrOne,
        };
        var image = new Option<string?>("--image")
        {
            Description = "Write this image instead of building one.",
            HelpName = "FILE",
        };
        var yes = new Option<bool>("--yes") { Description = "Do not ask (for scripts)." };
        var command = new Command("usb", "Write the ISO to a USB stick, erasing it: only a whole, removable, unmounted USB disk, after a question.") { device, image, yes };
        command.SetAction(parsed =>
        {
            BlockDevice stick = StickCheck.Require(parsed.GetValue(device), new SystemFiles("/"), DeviceNode.Of);
            string file = parsed.GetValue(image) is { } given ? Path.GetFullPath(given) : BuildImage(repository);
            if (!File.Exists(file))
            {
                throw new VerbException($"{file} does not exist", "leave out --image to build the ISO");
            }
            Installer.Ensure(Purpose.Usb);
            StickCheck.RequireRoom(stick, new FileInfo(file).Length);
            Write(stick, file, parsed.GetValue(yes));
            return 0;
        });
        return command;
    }

    private static string BuildImage(Repository repository)
    {
        Installer.Ensure(Purpose.Build);
        Build.Image(repository);
        return repository.Iso;
    }

    private static void Write(BlockDevice device, string file, bool yes)
    {
        // With the path of this program, as root's PATH may lack dotnet.
        string asRoot = $"sudo {Environment.ProcessPath} {Environment.GetCommandLineArgs()[0]} usb {device.Path} --image {file}";
        using Stick stick = Stick.Open(device.Path, $"run {asRoot}");
        Console.WriteLine("This erases:");
        foreach (string line in Contents.Describe(device))
        {
            Console.WriteLine($"  {line}");
        }
        if (!yes)
        {
            Confirmation.Require(device.Name, Console.IsInputRedirected, Console.In, Console.Out);
        }
        Copy(stick, device, file);
    }

    private static void Copy(Stick stick, BlockDevice device, string file)
    {
        using FileStream image = File.OpenRead(file);
        Console.WriteLine($"writing {Contents.Size(image.Length)} ...");
        stick.Write(image);
        Console.WriteLine("reading back ...");
        image.Position = 0;
        if (stick.FirstDifference(image) is { } offset)
        {
            throw new VerbException($"{device.Path} gives back other bytes from offset {offset} on", "use another stick");
        }
        Console.WriteLine($"{device.Path} is written and verified. Boot from it by BIOS or UEFI (Secure Boot off).");
    }
}
