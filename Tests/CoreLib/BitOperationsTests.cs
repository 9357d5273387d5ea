extern alias ours;

using FsCheck.Fluent;
using Kernel.Tests.Host.Text;
using Xunit;
using Mine = ours::System.Numerics.BitOperations;
using Theirs = System.Numerics.BitOperations;

namespace Kernel.Tests.CoreLib;

public class BitOperationsTests
{
    private const int Runs = 20_000;
    private const int Bits = 64;

    [Fact]
    public void AgreesOnRandomNumbers() => Property.Holds(
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from shift in Gen.Choose(0, Bits - 1)
        from count in Gen.Choose(-2 * Bits, 2 * Bits)
        select ((((ulong)(uint)high << 32) | (uint)low) >> shift, count),
        static input => Agrees(input.Item1, input.count),
        Runs);

    [Fact]
    public void AgreesOnNeighboursOfEveryPowerOfTwo()
    {
        Agrees(0, 0);
        for (int bit = 0; bit < Bits; bit++)
        {
            ulong power = 1UL << bit;
            Agrees(power - 1, bit);
            Agrees(power, bit);
            Agrees(power + 1, bit);
            Agrees(~power, bit);
        }
    }

    private static void Agrees(ulong value, int count)
    {
        Assert.Equal(Theirs.IsPow2(value), Mine.IsPow2(value));
        Assert.Equal(Theirs.PopCount(value), Mine.PopCount(value));
        Assert.Equal(Theirs.TrailingZeroCount(value), Mine.TrailingZeroCount(value));
        Assert.Equal(Theirs.LeadingZeroCount(value), Mine.LeadingZeroCount(value));
        Assert.Equal(Theirs.Log2(value), Mine.Log2(value));
        Assert.Equal(Theirs.RotateLeft(value, count), Mine.RotateLeft(value, count));
        Assert.Equal(Theirs.RotateRight(value, count), Mine.RotateRight(value, count));
    }
}
