using System;
using System.Collections.Generic;
using System.Linq;
using Symbols.Elf;

namespace QemuTests.Support;

/// <summary>Where the linker put things in a kernel.</summary>
internal sealed class LinkedSymbols
{
    private readonly ElfImage _image;

    private LinkedSymbols(string path) => _image = ElfImage.Load(path);

    /// <summary>The kernel's.</summary>
    public static LinkedSymbols Kernel { get; } = new(Tree.Kernel);

    /// <summary>Those of the kernel that breaks on purpose.</summary>
    public static LinkedSymbols CrashingKernel { get; } = new(Tree.CrashingKernel);

    /// <summary>The address of a symbol.</summary>
    public ulong AddressOf(string name) => _image.Symbols.Single(symbol => symbol.Name == name).Value;

    /// <summary>
    /// The names of the code that lies nearest below an address, or at it; without the labels inside of functions.
    /// </summary>
    public IReadOnlyList<string> NamesAt(ulong address)
    {
        ElfSymbol[] below = [.. _image.Symbols.Where(symbol => symbol.Value <= address && IsCode(symbol))];
        ulong start = below.Max(static symbol => symbol.Value);
        return [.. below.Where(symbol => symbol.Value == start).Select(static symbol => symbol.Name)];
    }

    private static bool IsCode(ElfSymbol symbol) =>
        symbol.IsLabel && symbol.Section != 0 && !symbol.Name.Contains('.', StringComparison.Ordinal);
}
