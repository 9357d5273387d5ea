using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Abi;
using Kernel.Diagnostics;
using Kernel.Units;

namespace System;

/// <summary>How a program ends that found itself wrong: a message, the way that led there, and an exit code.</summary>
internal static unsafe class Failure
{
    /// <summary>What a program ends with that failed.</summary>
    internal const int ExitCode = 255;

    /// <summary>Ends the program with a message.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("fail")]
    internal static extern void FailFast(object message);

    /// <summary>Entered by failure.asm, with where it was called.</summary>
    [RuntimeExport("OnFailure")]
    internal static void OnFailure(object message, ulong caller, ulong sp, ulong bp)
    {
        string text = message is Exception exception ? exception.Message : message as string ?? "it failed";
        Console.WriteLine($"task {Call.Count(Counter.Self)} failed: {text}");
        WriteTrace(StackFrame.AtCall(new VirtAddr(caller), new VirtAddr(sp), bp));
        Call.Exit(ExitCode);
    }

    [RuntimeExport("OnLanguageFault")]
    internal static void OnLanguageFault(LanguageFault fault) => FailFast(fault switch
    {
        LanguageFault.IndexOutOfRange => "an index is out of its range",
        LanguageFault.NoValue => "a nullable has no value",
        LanguageFault.Overflow => "a checked operation overflowed",
        LanguageFault.DivideByZero => "a division by zero",
        LanguageFault.NullReference => "a null reference",
        LanguageFault.InvalidCast => "a cast that cannot succeed",
        _ => "the runtime does not have what the program asked for",
    });

    [RuntimeExport("OnStackDamage")]
    internal static void OnStackDamage() => FailFast("a buffer on the stack was overrun");

    private static void WriteTrace(StackFrame first)
    {
        SymbolTable symbols = ProgramSymbols.Table;
        var trace = new StackTrace<OwnStack>(symbols, first, default, default);
        Span<byte> names = stackalloc byte[256];
        while (trace.MoveNext(out StackFrame at))
        {
            if (symbols.TryFind(at.Instruction, names, out Symbol symbol))
            {
                Console.WriteLine($"  at {symbol.Name} in {symbol.File}:{symbol.Line}");
            }
            else
            {
                Console.WriteLine($"  at {at.Pc}");
            }
        }
    }
}
