using System;
using System.Collections.Generic;
using System.Linq;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>What the compiler may leave in its object.</summary>
internal static class ObjectRules
{
    /// <summary>The list of what it may need, beside these tests.</summary>
    public const string ListName = "undefined-symbols.txt";

    public static void NeedsJust(ElfImage image, IReadOnlyCollection<string> listed)
    {
        string[] needed = [.. image.Symbols
            .Where(static symbol => symbol.IsUndefined)
            .Select(static symbol => symbol.Name)];
        string[] unlisted = [.. needed.Except(listed).Order(StringComparer.Ordinal)];
        string[] unneeded = [.. listed.Except(needed).Order(StringComparer.Ordinal)];
        Assert.True(
            unlisted.Length == 0 && unneeded.Length == 0,
            $"The kernel's object and Tests/Gates/{ListName} differ.\n"
            + $"Needed, and not listed (what the core library lacks is forbidden): {string.Join(' ', unlisted)}\n"
            + $"Listed, and no longer needed: {string.Join(' ', unneeded)}");
    }

    public static void HasNoStaticConstructor(ElfImage image)
    {
        string[] constructors = [.. image.Symbols.Select(static symbol => symbol.Name).Where(IsStaticConstructor)];
        Assert.True(
            constructors.Length == 0,
            "Static initialisers that the compiler could not evaluate; reads would see zero: "
            + string.Join(' ', constructors));
    }

    /// <summary>
    /// A program may have static constructors that run when their type is first used, but none that somebody would have
    /// to run at its start.
    /// </summary>
    public static void HasNoEagerConstructor(ElfImage image) => Assert.DoesNotContain(
        image.Symbols, static symbol => symbol.Name.Contains("__EagerCctor", StringComparison.Ordinal));

    private static bool IsStaticConstructor(string symbol) =>
        symbol.Contains("__EagerCctor", StringComparison.Ordinal)
        || symbol.Contains("___cctor", StringComparison.Ordinal);
}
