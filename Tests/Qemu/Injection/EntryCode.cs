using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Iced.Intel;
using QemuTests.Support;
using Symbols;
using Symbols.Elf;
using Symbols.Names;

namespace QemuTests.Injection;

/// <summary>The instructions by which traps enter and leave the kernel.</summary>
internal static class EntryCode
{
    private const ulong Vectors = 256;
    private const ulong StubSize = 16;

    private static readonly ElfImage s_image = ElfImage.Load(Tree.Kernel);

    private static readonly ImmutableArray<KernelFunction> s_functions =
        new FunctionReader(s_image, TypeCatalog.Empty, SourceRoot.Mapped).Read(new HashSet<string>());

    // A function that begins with a macro is said to be of the macro's file.
    private static readonly string[] s_files =
    [
        "Boot/syscall.asm", "Boot/pagefault.asm", "Boot/timer.asm", "Boot/quickentry.inc", "Boot/trap.asm",
        "Boot/debugtrap.asm",
    ];

    /// <summary>The instructions of the assembly, but for what fills gaps, in the order of their addresses.</summary>
    public static IReadOnlyList<Instruction> All { get; } =
        [.. s_functions.Where(static function => s_files.Contains(function.File)).SelectMany(Decode)];

    /// <summary>The instructions of a function that has a name of its own for the linker.</summary>
    public static IEnumerable<Instruction> OfFunction(string symbol) =>
        Decode(FunctionAt(LinkedSymbols.Kernel.AddressOf(symbol)));

    /// <summary>The vector whose stub in Boot/trap.asm an address lies in; null for other code.</summary>
    public static ulong? VectorOf(ulong address)
    {
        ulong vector = (address - LinkedSymbols.Kernel.AddressOf("trap_vectors")) / StubSize;
        return vector < Vectors ? vector : null;
    }

    /// <summary>An instruction in words, with the label at or below it and the name of what it calls.</summary>
    public static string TextOf(Instruction instruction)
    {
        KernelFunction function = FunctionAt(instruction.IP);
        return instruction.Mnemonic == Mnemonic.Call
            ? $"{function.Symbol} call {LinkedSymbols.Kernel.NamesAt(instruction.NearBranchTarget)[^1]}"
            : $"{function.Symbol} {instruction}";
    }

    /// <summary>The label at or below an address, and how far below: for the words of a failure.</summary>
    public static string NameOf(ulong address)
    {
        KernelFunction function = FunctionAt(address);
        return $"{function.Symbol}+{address - function.Start:x}";
    }

    private static KernelFunction FunctionAt(ulong address) =>
        s_functions.Last(function => function.Start <= address);

    private static IEnumerable<Instruction> Decode(KernelFunction function)
    {
        var decoder = Decoder.Create(
            64, s_image.CodeAt(function.Start, function.Size).ToArray(), function.Start);
        while (decoder.IP < function.End)
        {
            Instruction instruction = decoder.Decode();
            if (instruction.Mnemonic is not (Mnemonic.Nop or Mnemonic.Int3))
            {
                yield return instruction;
            }
        }
    }
}
