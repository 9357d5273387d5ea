using System;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Threading;
using Machines;
using Verbs.Tools;

namespace Verbs.Machine;

/// <summary><c>screenshot FILE</c>: the kernel's screen once it is up, as a PNG file.</summary>
public static class ScreenshotVerb
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(5);

    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var options = new MachineOptions();
        var file = new Argument<string>("FILE") { Description = "The PNG file to write." };
        var until = new Option<string>("--until")
        {
            Description = "The words on the serial port to wait for.",
            HelpName = "TEXT",
            DefaultValueFactory = _ => "ready",
        };
        var timeout = new Option<int>("--timeout")
        {
            Description = "How many seconds to wait for them.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 60,
            CustomParser = WholeNumber.Between(1, 3600),
        };
        var command = new Command("screenshot", "Boot the kernel unseen and write its screen to a PNG file.")
        {
            file, until, timeout,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            MachineSpec spec = options.Read(parsed, repository, Kvm.IsUsable());
            Installer.Ensure(Purpose.Build | MachineNeeds.Of(spec));
            Build.Image(repository);
            using RunningMachine machine = RunningMachine.Start(spec);
            machine.Expect(parsed.GetValue(until)!, TimeSpan.FromSeconds(parsed.GetValue(timeout)));
            string path = Path.GetFullPath(parsed.GetValue(file)!);
            File.WriteAllBytes(path, TakeSettled(machine));
            Console.WriteLine(path);
            return 0;
        });
        return command;
    }

    // The words may still be on their way to the screen: two equal pictures in a row say that they are there.
    private static byte[] TakeSettled(RunningMachine machine)
    {
        var watch = Stopwatch.StartNew();
        byte[] picture = machine.Screenshot();
        while (true)
        {
            Thread.Sleep(s_pause);
            byte[] next = machine.Screenshot();
            if (next.AsSpan().SequenceEqual(picture) || watch.Elapsed > s_settling)
            {
                return next;
            }
            picture = next;
        }
    }
}
