using System;
using System.CommandLine;
using Machines;
using Verbs.Tools;
using Verbs.Traces;

namespace Verbs.Machine;

/// <summary><c>run</c>: the kernel in QEMU, its serial port on the terminal.</summary>
public static class RunVerb
{
    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var options = new MachineOptions();
        var headless = new Option<bool>("--headless")
        {
            Description = "Show no window; end when the kernel is done, with code 0 where it is content and 1 where not.",
        };
        var command = new Command("run", "Boot the kernel in QEMU, its serial port on this terminal. Ctrl-a x leaves, and so does Ctrl-C.") { headless };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            MachineSpec spec = Observe(options.Read(parsed, repository, Kvm.IsUsable()), parsed.GetValue(headless));
            Installer.Ensure(Purpose.Build | MachineNeeds.Of(spec));
            Build.Image(repository);
            int exitCode = Terminal.RunQemu(spec, repository.SerialLog);
            PanicTrace.Show(repository.SerialLog, repository);
            return Conclude(exitCode);
        });
        return command;
    }

    /// <summary>
    /// The machine as it will be looked at: without eyes on it (<c>--headless</c>) the kernel is told to end it with a
    /// verdict; otherwise it stays, so that a panic can be read.
    /// </summary>
    internal static MachineSpec Observe(MachineSpec spec, bool headless)
    {
        if (headless)
        {
            return spec with
            {
                Screen = Screen.Hidden,
                DebugExit = DebugExit.Present,
                KernelArguments = $"{spec.KernelArguments} {DebugExitPort.KernelArgument}".TrimStart(),
            };
        }
        if (!Desktop.IsHere())
        {
            Console.WriteLine("No desktop here (DISPLAY and WAYLAND_DISPLAY are empty): no window, the serial port only.");
        }
        return spec with { Screen = Desktop.IsHere() ? Screen.Window : Screen.Hidden, DebugExit = DebugExit.Absent };
    }

    /// <summary>Our exit code for QEMU's, and a word where it is not success.</summary>
    internal static int Conclude(int exitCode)
    {
        switch (DebugExitPort.Read(exitCode))
        {
            case GuestVerdict.None or GuestVerdict.Passed:
                return 0;
            case GuestVerdict.Failed:
                throw new VerbException("the kernel stopped with a failure", "its last words are above");
            default:
                throw new VerbException($"QEMU ended with code {exitCode}", "its reason is above");
        }
    }
}
