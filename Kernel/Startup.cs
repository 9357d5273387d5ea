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
        ConsoleState.Clock = new BootClock(entryStamp, 0);
        ref readonly KernelImage image = ref KernelImage.Current;
        PrepareProcessor(in image);
        ulong prepared = ConsoleState.Clock.Elapsed;

        ReadFirmware((BootProtocol)magic, new PhysAddr(information));
        Requirements.CheckModules(State.Boot.Modules, image.Range);
        ulong firmwareRead = ConsoleState.Clock.Elapsed;

        CpuFeatures features = CpuFeatureReader.Read();
        MakeAddressSpace(in image, features);
        ulong mapped = ConsoleState.Clock.Elapsed;

        Screen.Open();
        ConsoleState.Clock = new BootClock(entryStamp, Clocks.Rate(ConsoleState.Clock.Elapsed));
        ulong screenOpen = ConsoleState.Clock.Elapsed;

        BootLog.Greet();
        Log.Phase("processor"u8, prepared);
        Log.Phase("firmware data"u8, firmwareRead - prepared);
        Log.Phase("address space"u8, mapped - firmwareRead);
        Log.Phase("screen"u8, screenOpen - mapped);
        BootLog.Describe(in State.Boot, in image, features);
        State.Timer.Start(ConsoleState.Clock.TicksPerMicrosecond);
        BootLog.DescribeTimer(in State.Timer);
        State.Core.Clock = ConsoleState.Clock;
        RunTest();
        BootLog.Ready();
        Programs.Begin(in image);
        DebugExit.Pass();
        Cpu.Halt();
    }

    /// <summary>A test image puts what it wants to try here; elsewhere there is nothing.</summary>
    static partial void RunTest();

    // From here on every fault is reported.
    private static void PrepareProcessor(ref readonly KernelImage image)
    {
        IntervalTimer.Start();
        State.Segments.Load(in image);
        State.Interrupts.Load(in image);
        InterruptControllers.Silence();
        ConsoleState.Console.TryOpenSerial(Uart16550.Com1);
    }

    // The boot's tables, and with them the identity map, end here.
    private static void MakeAddressSpace(ref readonly KernelImage image, CpuFeatures features)
    {
        Requirements.Check(features, in State.Boot);
        KernelTables tables = KernelMap.Build(in State.Boot, in image, features);
        if (!tables.IsComplete)
        {
            Panic.Stop("there is no memory for the kernel's own page tables"u8);
        }

        KernelMap.Activate(in tables, features);
        VectorState.Open(features);
        State.Timer.Open(features);
        FrameRecords.Fill(in tables, in State.Boot, image.Range);
        State.Memory.Start(Frame.Holding(tables.Root), features);
    }

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
