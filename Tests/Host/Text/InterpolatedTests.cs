using System;
using System.Globalization;
using System.Text;
using Kernel.Text;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Text;

public class InterpolatedTests
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    [Fact]
    public void AgreesWithDotNet() => Property.Holds(
        Samples.Numbers,
        value =>
        {
            Assert.Equal(
                string.Create(s_invariant, $"<{value}|{value,24}|{value,-24}>"),
                Kernel($"<{value}|{value,24}|{value,-24}>"));
            Assert.Equal(
                string.Create(s_invariant, $"{value:x}|{value,18:x}|{value:x8}"),
                Kernel($"{value:x}|{value,18:x}|{value:x8}"));
            Assert.Equal(string.Create(s_invariant, $"{value:n0}|{value,30:n0}"), Kernel($"{value:n}|{value,30:n}"));
            long signed = (long)value;
            Assert.Equal(
                string.Create(s_invariant, $"{signed}|{signed:n0}|{signed:x}"),
                Kernel($"{signed}|{signed:n}|{signed:x}"));
            int narrow = (int)value;
            Assert.Equal(string.Create(s_invariant, $"{narrow,12}|{narrow:x8}"), Kernel($"{narrow,12}|{narrow:x8}"));
            uint word = (uint)value;
            Assert.Equal(string.Create(s_invariant, $"{word}|{word:x}"), Kernel($"{word}|{word:x}"));
            byte octet = (byte)value;
            Assert.Equal(string.Create(s_invariant, $"{octet}|{octet:x2}"), Kernel($"{octet}|{octet:x2}"));
        },
        5_000);

    [Fact]
    public void TakesEveryKindOfHole()
    {
        Assert.Equal("yes, no ", Kernel($"{true}, {false,-3}"));
        Assert.Equal("  x|µ", Kernel($"{'x',3}|{'µ'}"));
        Assert.Equal("text |chosen", Kernel($"{"text"u8,-5}|{(s_invariant is null ? "not" : "chosen")}"));
        Assert.Equal("127 MiB|   4 KiB", Kernel($"{ByteCount.FromMiB(127)}|{ByteCount.FromKiB(4),8}"));
        Assert.Equal("0x0000000000100000 0x100000", Kernel($"{new PhysAddr(1 << 20)} {new PhysAddr(1 << 20):x}"));
        Assert.Equal(
            "0xffffffff80000000 0x1000  |",
            Kernel($"{new VirtAddr(0xFFFF_FFFF_8000_0000)} {new VirtAddr(4096),-8:x}|"));
    }

    [Fact]
    public void AnUnknownFormatIsDecimal() => Assert.Equal("42", Kernel($"{42:q7}"));

    [Fact]
    public void EvaluatesNothingThatIsNotWanted()
    {
        int evaluated = 0;
        Assert.Equal("", Unwanted($"{++evaluated}"));
        Assert.Equal(0, evaluated);
    }

    private static string Kernel(ref Interpolated<Wanted> text)
    {
        Assert.True(text.IsWanted);
        return Encoding.UTF8.GetString(text.Text);
    }

    private static string Unwanted(ref Interpolated<NotWanted> text)
    {
        Assert.False(text.IsWanted);
        return Encoding.UTF8.GetString(text.Text);
    }

    private readonly struct Wanted : ITextSpace
    {
        public static bool TryOpen(out Span<byte> space)
        {
            space = new byte[256];
            return true;
        }
    }

    private readonly struct NotWanted : ITextSpace
    {
        public static bool TryOpen(out Span<byte> space)
        {
            space = default;
            return false;
        }
    }
}
