using System;
using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Machines;
using Verbs.Tools;

namespace Verbs.Machine;

/// <summary><c>debug</c>: QEMU stopped at its first instruction, and gdb attached with the kernel's symbols.</summary>
public static class DebugVerb
{
    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var options = new MachineOptions();
        var port = new Option<int>("--port")
        {
            Description = "The TCP port of QEMU's gdb stub, on this host only.",
            HelpName = "PORT",
            DefaultValueFactory = _ => 1234,
            CustomParser = WholeNumber.Between(1, 65535),
        };
        var noGdb = new Option<bool>("--no-gdb") { Description = "Start no gdb; wait for another debugger, the serial port on this terminal." };
        var headless = new Option<bool>("--headless") { Description = "Show no window." };
        var command = new Command("debug", "Start QEMU stopped at its first instruction, and gdb with the kernel's symbols.") { port, noGdb, headless };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            MachineSpec spec = options.Read(parsed, repository, Kvm.IsUsable()) with
            {
                GdbPort = parsed.GetValue(port),
                DebugExit = DebugExit.Absent,
                Screen = Desktop.IsHere() && !parsed.GetValue(headless) ? Screen.Window : Screen.Hidden,
            };
            bool alone = parsed.GetValue(noGdb);
            Installer.Ensure(Purpose.Build | MachineNeeds.Of(spec) | (alone ? Purpose.None : Purpose.Debug));
            Build.Image(repository);
            RequireFree(parsed.GetValue(port));
            return alone ? Wait(spec, repository) : DebugSession.Run(spec, repository);
        });
        return command;
    }

    private static int Wait(MachineSpec spec, Repository repository)
    {
        Console.WriteLine($"Waiting for a debugger on localhost:{spec.GdbPort}");
        return RunVerb.Conclude(Terminal.RunQemu(spec, repository.SerialLog));
    }

    // Asked before QEMU starts: otherwise gdb would talk to whoever has the port.
    private static void RequireFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException)
        {
            throw new VerbException($"port {port} of this host cannot be used", "choose another with --port");
        }
    }
}
