using System;
using System.Collections.Generic;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Debugging;

/// <summary>gdb with the commands that the debug verb gives it, on a machine that waits for it.</summary>
public sealed class GdbTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void GdbStopsAtTheKernelsFirstLineOfCSharpAndShowsItsSource()
    {
        string said = Debug("continue", "info args", "list");
        Assert.Contains("Kernel_Kernel_Startup__Start", said, StringComparison.Ordinal);
        Assert.Contains("Kernel/Startup.cs", said, StringComparison.Ordinal);
        Assert.Contains("magic = ", said, StringComparison.Ordinal);
        Assert.Contains("private static void Start(uint magic", said, StringComparison.Ordinal);
    }

    [Fact]
    public void GdbShowsCallersLinesAndLocals()
    {
        string said = Debug(
            "delete", "hbreak Kernel_Kernel_BootLog__Ready", "continue", "bt", "next", "next", "info locals", "list");
        Assert.Contains("#1 ", said, StringComparison.Ordinal);
        Assert.Matches(@"Kernel_Kernel_Startup__Start .* at \S*Kernel/Startup\.cs:\d+", said);
        Assert.Matches(@"(?m)^elapsed = \d+$", said);
        Assert.Contains("ulong elapsed = ConsoleState.Clock.Elapsed;", said, StringComparison.Ordinal);
    }

    [Fact]
    public void GdbShowsTheSourceOfTheAssemblyToo()
    {
        string said = Debug("delete", "hbreak start64", "continue", "list");
        Assert.Contains("Boot/start.asm", said, StringComparison.Ordinal);
        Assert.Contains("mov     eax, 0x10", said, StringComparison.Ordinal);
    }

    [Fact]
    public void GdbFindsTheWayBackToTheAssemblyWithoutAComplaint()
    {
        string said = Debug("continue", "bt");
        Assert.Matches(@"#1 .* in start_upper \(\) at \S*Boot/upper\.asm:\d+", said);
        Assert.DoesNotContain("rror: pc", said, StringComparison.Ordinal);
    }

    private static string Debug(params IEnumerable<string> commands)
    {
        int port = FreePort.Find();
        using RunningMachine machine = RunningMachine.Start(Machine.Direct.Staying() with { GdbPort = port });
        // QEMU answers when its gdb stub listens already.
        machine.Ask("info status");
        return Host.Run(Tree.Root, s_patience, "gdb",
        [
            "-batch", "-nx", "-x", "qemu/kernel.gdb", Tree.Kernel,
            .. commands.Prepend($"connect-kernel {port}").SelectMany(static command => new[] { "-ex", command }),
        ]);
    }
}
