using System;
using System.Linq;
using System.Text;
using Kernel.Console;
using QemuTests.Injection;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Screens;

/// <summary>Text that no programmer chose: a loader's command line in the log, on the screen and cut.</summary>
public sealed class CharacterTests
{
    private const string Before = "command line \"";

    [Theory]
    // Of two, three and four bytes; where four of them begin and end; letters that the font has, and others.
    [InlineData("c3a9cf80e2968cc2a0efbfbd")]
    [InlineData("e0a080ed9fbfee8080efbfbff0908080f48fbfbf")]
    // Longer than need be, surrogates, beyond the last, cut, and bytes of no text.
    [InlineData("e08080ed a080f0808080f4908080c0afff80f8")]
    [InlineData("e296c3 41e29641f09f98 42f09f43c3")]
    public void OtherTextThanAsciiIsOnTheScreenAsFarAsTheFontHasIt(string hexadecimal)
    {
        byte[] words = Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal));
        using DebuggedMachine machine = LoadedKernel.RunToHalt(LoadedKernel.Information(words));
        string wanted = string.Concat(Encoding.UTF8.GetString(words).EnumerateRunes().Select(Shown));
        Assert.Contains($"{Before}{wanted}\"", string.Concat(Rows(machine)), StringComparison.Ordinal);
    }

    [Fact]
    public void TabsAndBackspacesMoveTheCursor()
    {
        using DebuggedMachine machine = LoadedKernel.RunToHalt(LoadedKernel.Information("\rab\tcd\txyz\b\b-\rA"));
        Assert.Contains(Rows(machine), static row => row[0] == 'A' && row[8..10] == "cd" && row[16..19] == "x-z");
    }

    [Theory]
    [InlineData("é", 0)]
    [InlineData("é", 1)]
    [InlineData("▌", 0)]
    [InlineData("▌", 1)]
    [InlineData("▌", 2)]
    [InlineData("𝄞", 3)]
    public void ALineThatIsTooLongEndsBetweenTwoLetters(string letter, int ahead)
    {
        const int bytesPerLine = 256;
        string words = new string('a', ahead) + string.Concat(Enumerable.Repeat(letter, 200));
        using DebuggedMachine machine = LoadedKernel.RunToHalt(LoadedKernel.Information(words));
        string line = machine.Running.PlainLines()
            .Single(static line => line.Contains(Before, StringComparison.Ordinal));
        string text = line[(line.IndexOf(']', StringComparison.Ordinal) + 2)..];
        int length = Encoding.UTF8.GetByteCount(text);
        int letterLength = Encoding.UTF8.GetByteCount(letter);
        Assert.EndsWith($"{letter}...", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', text);
        Assert.InRange(length, bytesPerLine - letterLength + 1, bytesPerLine);
    }

    private static string Shown(Rune rune)
    {
        char letter = rune.IsBmp ? (char)rune.Value : '?';
        byte code = CodePage437.FromUnicode(letter);
        return $"{CodePage437.ToUnicode(code)}";
    }

    private static string[] Rows(DebuggedMachine machine) =>
        [.. VgaText.Read(machine.Running).Select(static row => row.PadRight(80))];
}
