using System;
using System.Runtime;
using Kernel.Console;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Text;
using Kernel.Units;

namespace Kernel;

/// <summary>From the first instruction of C# to a kernel that is ready.</summary>
internal static partial class Startup
{
    /// <summary>Where Boot/start.asm comes, once, in long mode on the kernel's stack, with the boot's tables.</summary>
    [RuntimeExport("kmain")]
    private static void Start(uint magic, uint information, ulong entryStamp)
    {
        IntervalTimer.Start();
        ConsoleState.Clock = new BootClock(entryStamp, 0);
        ref readonly KernelImage image = ref KernelImage.Current;
        State.Segments.Load(in image);
        State.Interrupts.Load(in image);
        InterruptControllers.Silence();
        ConsoleState.Console.TryOpenSerial(Uart16550.Com1);
        ulong processorReady = ConsoleState.Clock.Elapsed;

        ReadFirmware((BootProtocol)magic, new PhysAddr(information));
        ulong firmwareRead = ConsoleState.Clock.Elapsed;

        CpuFeatures features = CpuFeatureReader.Read();
        Requirements.Check(features, in State.Boot);
        KernelTables tables = KernelMap.Build(in State.Boot, in image, features);
        if (!tables.IsComplete)
        {
            Panic.Stop("no memory for the kernel's own page tables"u8);
        }

        KernelMap.Activate(in tables, features);
        ulong mapped = ConsoleState.Clock.Elapsed;

        Screen.Open();
        ConsoleState.Clock = new BootClock(entryStamp, Clocks.Rate(ConsoleState.Clock.Elapsed));
        BootLog.Greet();
        Log.Phase("processor"u8, processorReady);
        Log.Phase("firmware data"u8, firmwareRead - processorReady);
        Log.Phase("page tables"u8, mapped - firmwareRead);
        BootLog.Describe(in State.Boot, features);
        RunTest();
        BootLog.Ready();
        DebugExit.Pass();
        Cpu.Halt();
    }

    /// <summary>A test image puts what it wants to try here; elsewhere there is nothing.</summary>
    static partial void RunTest();

    private static void ReadFirmware(BootProtocol protocol, PhysAddr information)
    {
        BootError error = BootInfo.Decode(protocol, information, ref State.Boot);
        if (error.IsError)
        {
            Span<byte> space = stackalloc byte[256];
            var reason = new TextBuffer(space);
            reason.Append("the boot loader's information is damaged: "u8);
            reason.Append(BootFaultText.Describe(error.Fault));
            Panic.Stop(reason.Text);
        }

        KernelOptions.Decode(State.Boot.CommandLine, out State.Options);
        ConsoleState.Console.Level = State.Options.Log;
    }
}
