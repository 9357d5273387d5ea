using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using Kernel.Console;
using Kernel.Diagnostics;
using Kernel.Traps;

namespace Kernel.Metal;

/// <summary>The end: says why, with all that helps to find the cause, and stops the machine.</summary>
internal static class Panic
{
    // In a loop, so that the compiler sees that it does not come back.
    /// <summary>Panics with a reason of the kernel's own, in UTF-8.</summary>
    [DoesNotReturn]
    internal static void Stop(ReadOnlySpan<byte> reason)
    {
        while (true)
        {
            State.PanicMessage.Set(reason);
            Cpu.RaisePanic();
        }
    }

    /// <summary>Where Boot/trap.asm comes with the kernel's own traps. None is expected, so each is a panic.</summary>
    [RuntimeExport("OnTrap")]
    internal static unsafe void OnTrap(TrapFrame* frame)
    {
        if (!State.IsPanicking)
        {
            State.IsPanicking = true;
            OpenScreen();
            Report(in *frame);
        }

        Halt();
    }

    /// <summary>Where CoreLib comes with what would be an exception elsewhere.</summary>
    [RuntimeExport("OnLanguageFault")]
    private static void OnLanguageFault(LanguageFault fault) => Stop(fault switch
    {
        LanguageFault.IndexOutOfRange => "an index lay outside its span"u8,
        LanguageFault.NoValue => "a nullable without a value was asked for it"u8,
        LanguageFault.Overflow => "a checked operation passed its type's range"u8,
        LanguageFault.DivideByZero => "a division by zero"u8,
        LanguageFault.NullReference => "a null reference was used"u8,
        LanguageFault.InvalidCast => "a cast that cannot be"u8,
        LanguageFault.NotSupported => "the core library lacks what was asked for"u8,
        _ => "code ran that never should"u8,
    });

    /// <summary>Where compiled code comes when the cookie behind a buffer on the stack has changed.</summary>
    [RuntimeExport("OnStackDamage")]
    private static void OnStackDamage() => Stop("a buffer on the stack was overrun"u8);

    private static void OpenScreen()
    {
        if (State.Screen.Length == 0)
        {
            Screen.OpenEarly();
        }
    }

    private static unsafe void Report(in TrapFrame frame)
    {
        ref readonly KernelImage image = ref KernelImage.Current;
        var symbols = new SymbolTable(
            new ReadOnlySpan<byte>((void*)image.SymbolsStart, (int)(image.SymbolsEnd - image.SymbolsStart)));
        var control = new ControlRegisters(
            Cpu.ReadCr0(), Cpu.ReadCr2(), Cpu.ReadCr3(), Cpu.ReadCr4(), Cpu.ReadModelSpecific(ModelSpecificRegister.Efer));
        PanicReport.Write(
            in frame, in control, State.PanicMessage.Text, KernelStacks.Guards, symbols, default(KernelStacks));
        Log.Panic($"The machine is stopped.");
    }

    [DoesNotReturn]
    private static void Halt()
    {
        DebugExit.Fail();
        Cpu.Halt();
    }
}
