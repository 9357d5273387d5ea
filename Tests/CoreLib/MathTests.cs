extern alias ours;

using Xunit;
using Mine = ours::System.Math;
using Theirs = System.Math;

namespace Kernel.Tests.CoreLib;

public class MathTests
{
    public static TheoryData<long, long> Pairs => new()
    {
        { 1, 2 },
        { 2, 1 },
        { 3, 3 },
        { 0, -1 },
        { -1, 0 },
        { long.MaxValue, long.MinValue },
        { uint.MaxValue, 1L << 32 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void FindsTheSmallerAndTheLargerOne(long first, long second)
    {
        Assert.Equal(Theirs.Min((int)first, (int)second), Mine.Min((int)first, (int)second));
        Assert.Equal(Theirs.Max((int)first, (int)second), Mine.Max((int)first, (int)second));
        Assert.Equal(Theirs.Min((uint)first, (uint)second), Mine.Min((uint)first, (uint)second));
        Assert.Equal(Theirs.Max((uint)first, (uint)second), Mine.Max((uint)first, (uint)second));
        Assert.Equal(Theirs.Min((ulong)first, (ulong)second), Mine.Min((ulong)first, (ulong)second));
        Assert.Equal(Theirs.Max((ulong)first, (ulong)second), Mine.Max((ulong)first, (ulong)second));
    }
}
