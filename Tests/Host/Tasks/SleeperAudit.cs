using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Tasks;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Whether the heap of sleepers holds exactly these tasks, in order, and is as flat as it promises.</summary>
internal static class SleeperAudit
{
    public static void Check(in Sleepers sleepers, IReadOnlyCollection<SimTaskSlot> expected)
    {
        var seen = new HashSet<SimTaskSlot>();
        CheckBeneath(sleepers.First, default, seen);
        Assert.Equal(new HashSet<SimTaskSlot>(expected), seen);
        Assert.Equal(expected.Count == 0, sleepers.IsEmpty);
    }

    // The rank of what hangs there. On the left it is deep where it must be: so the way there is a loop.
    private static uint CheckBeneath(SimTaskSlot top, SimTaskSlot above, HashSet<SimTaskSlot> seen)
    {
        uint rank = 0;
        for (SimTaskSlot at = top; !at.IsNone; above = at, at = at.Task.Slumber.Left)
        {
            Slumber own = at.Task.Slumber;
            Assert.True(seen.Add(at), "a sleeper is there twice");
            Assert.Equal(above, own.Above);
            Assert.True(above.IsNone || !IsBefore(own, above.Task.Slumber), "somebody is due before the one above");
            uint right = CheckBeneath(own.Right, at, seen);
            Assert.Equal(right + 1, own.Rank);
            Assert.True(right == 0 || right <= own.Left.Task.Slumber.Rank, "the right side is the deeper one");
            rank = at == top ? own.Rank : rank;
        }

        return rank;
    }

    private static bool IsBefore(Slumber one, Slumber other) => (one.Due, one.Turn).CompareTo((other.Due, other.Turn)) < 0;
}
