extern alias ours;

using System;
using System.Collections.Generic;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using Property = Kernel.Tests.Host.Text.Property;

namespace Kernel.Tests.CoreLib;

public class EqualityComparerTests
{
    private static readonly Gen<int> s_parts = Gen.OneOf(Gen.Choose(0, 1), Gen.Choose(int.MinValue, int.MaxValue));

    [Fact]
    public void AgreesForEverySize() => Property.Holds(
        from first in s_parts
        from second in s_parts
        from place in Gen.Choose(0, 2)
        select (first, second, place),
        static input =>
        {
            (int first, int second, int place) = input;
            Agrees((byte)first, (byte)second);
            Agrees((short)first, (short)second);
            Agrees((char)first, (char)second);
            Agrees(first, second);
            Agrees(first == 0, second == 0);
            Agrees((DayOfWeek)first, (DayOfWeek)second);
            Agrees((long)first << 32, (long)second << 32);
            Agrees((first, second), (second, first));
            Agrees(Three(place, first), Three(place, second));
            Agrees(new UInt128((ulong)first, (ulong)second), new UInt128((ulong)first, (ulong)first));
        });

    private static (int, int, int) Three(int place, int value) => place switch
    {
        0 => (value, 7, 7),
        1 => (7, value, 7),
        _ => (7, 7, value),
    };

    private static void Agrees<T>(T left, T right)
    {
        var mine = ours::System.Collections.Generic.EqualityComparer<T>.Default;
        Assert.Equal(EqualityComparer<T>.Default.Equals(left, right), mine.Equals(left, right));
        Assert.True(mine.Equals(left, left));
    }
}
