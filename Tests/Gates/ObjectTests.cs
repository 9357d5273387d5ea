using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Kernel.Tests.Gates;

public class ObjectTests
{
    private const string ListName = "undefined-symbols.txt";

    [Fact]
    public void NeedsTheListedSymbolsAndNoOthers()
    {
        string[] listed = BuiltKernel.ReadList(ListName);
        string[] needed = [.. BuiltKernel.Object.Symbols.Where(static symbol => symbol.IsUndefined).Select(static symbol => symbol.Name)];
        string[] unlisted = [.. needed.Except(listed).Order(StringComparer.Ordinal)];
        string[] unneeded = [.. listed.Except(needed).Order(StringComparer.Ordinal)];
        Assert.True(
            unlisted.Length == 0 && unneeded.Length == 0,
            $"The kernel's object and Tests/Gates/{ListName} differ.\n"
            + $"Needed, and not listed (what the core library lacks is forbidden): {string.Join(' ', unlisted)}\n"
            + $"Listed, and no longer needed: {string.Join(' ', unneeded)}");
    }

    [Fact]
    public void HasNoStaticConstructorThatNobodyRuns()
    {
        string[] constructors = [.. BuiltKernel.Object.Symbols.Select(static symbol => symbol.Name).Where(IsStaticConstructor)];
        Assert.True(
            constructors.Length == 0,
            $"Static initialisers that the compiler could not evaluate; reads would see zero: {string.Join(' ', constructors)}");
    }

    [Fact]
    public void IsTheObjectThatTheKernelWasLinkedFrom()
    {
        HashSet<string> linked = [.. BuiltKernel.Image.Symbols.Select(static symbol => symbol.Name)];
        Assert.Contains(
            BuiltKernel.Object.Symbols,
            symbol => symbol.IsFunction && !symbol.IsUndefined && linked.Contains(symbol.Name));
    }

    private static bool IsStaticConstructor(string symbol) =>
        symbol.Contains("__EagerCctor", StringComparison.Ordinal) || symbol.Contains("___cctor", StringComparison.Ordinal);
}
