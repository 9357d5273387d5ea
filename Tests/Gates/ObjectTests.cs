using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Tests.Gates.DebugInfo;
using Symbols.Elf;
using Xunit;
using Xunit.Sdk;

namespace Kernel.Tests.Gates;

public class ObjectTests
{
    [Fact]
    public void NeedsTheListedSymbolsAndNoOthers() =>
        ObjectRules.NeedsJust(BuiltKernel.Object, BuiltKernel.ReadList(ObjectRules.ListName));

    [Theory]
    [InlineData(new[] { "listed", "RhpNewFast" }, new[] { "listed" }, "is forbidden): RhpNewFast\n")]
    [InlineData(new[] { "listed" }, new[] { "listed", "RhpNewFast" }, "no longer needed: RhpNewFast")]
    public void ASymbolTooManyOrTooFewIsFound(string[] needed, string[] listed, string message)
    {
        ElfImage image = Linked.Object(string.Concat(needed.Select(static name => $"extern {name}\ndq {name}\n")));
        ObjectRules.NeedsJust(image, needed);
        string found = Assert.ThrowsAny<XunitException>(() => ObjectRules.NeedsJust(image, listed)).Message;
        Assert.Contains(message, found, StringComparison.Ordinal);
    }

    [Fact]
    public void HasNoStaticConstructorThatNobodyRuns() => ObjectRules.HasNoStaticConstructor(BuiltKernel.Object);

    [Theory]
    [InlineData("__EagerCctor_Kernel_Kernel_State")]
    [InlineData("Kernel_Kernel_State___cctor")]
    public void AStaticConstructorIsFound(string name)
    {
        ElfImage image = Linked.Object($"global {name}\n{name}: ret\n");
        string found = Assert.ThrowsAny<XunitException>(() => ObjectRules.HasNoStaticConstructor(image)).Message;
        Assert.Contains(name, found, StringComparison.Ordinal);
    }

    [Fact]
    public void IsTheObjectThatTheKernelWasLinkedFrom()
    {
        HashSet<string> linked = [.. BuiltKernel.Image.Symbols.Select(static symbol => symbol.Name)];
        Assert.Contains(
            BuiltKernel.Object.Symbols,
            symbol => symbol.IsFunction && !symbol.IsUndefined && linked.Contains(symbol.Name));
    }
}
