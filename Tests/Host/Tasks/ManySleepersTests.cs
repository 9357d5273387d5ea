using System;
using Kernel.Machines;
using Kernel.Tasks;
using Kernel.Tests.Host.Text;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>More than a hundred thousand sleepers, 2^17, alone with their heap: what one costs in looks at records.</summary>
public sealed class ManySleepersTests : IDisposable
{
    private static readonly int s_doublings = Programs.AreFew ? 10 : 17;
    private static readonly int s_count = 1 << s_doublings;

    // Two ways down of no more than log2(n + 1) sleepers, and up again; some ten looks at each.
    private static readonly ulong s_mostLooks = 2 * ((ulong)s_doublings + 1) * 16;

    public ManySleepersTests() => SimMachine.Reset();

    public void Dispose() => SimMachine.Reset();

    [Theory]
    [InlineData("random")]
    [InlineData("rising")]
    [InlineData("falling")]
    [InlineData("alike")]
    public void EachComesAndGoesInAFewStepsAndInOrder(string times)
    {
        Sleepers sleepers = default;
        var random = new Random(1);
        for (int i = 1; i <= s_count; i++)
        {
            ulong due = times switch
            {
                "random" => (ulong)random.NextInt64(),
                "rising" => (ulong)i,
                "falling" => (ulong)(s_count - i),
                _ => 5,
            };
            ulong before = SimMachine.Current.TaskAccesses;
            sleepers.Add(Slot(i), due);
            Assert.InRange(SimMachine.Current.TaskAccesses - before, 0UL, s_mostLooks);
        }

        // A quarter is killed, wherever it is.
        for (int i = 4; i <= s_count; i += 4)
        {
            ulong before = SimMachine.Current.TaskAccesses;
            sleepers.Remove(Slot(i));
            Assert.InRange(SimMachine.Current.TaskAccesses - before, 0UL, s_mostLooks);
        }

        int left = 0;
        ulong last = 0;
        for (uint number = 0; !sleepers.IsEmpty; left++)
        {
            SimTaskSlot slot = sleepers.First;
            Assert.NotEqual(0u, slot.Frame.Number % 4);
            Assert.True(sleepers.FirstDue > last || (sleepers.FirstDue == last && slot.Frame.Number > number));
            last = sleepers.FirstDue;
            number = slot.Frame.Number;
            ulong before = SimMachine.Current.TaskAccesses;
            sleepers.Remove(slot);
            Assert.InRange(SimMachine.Current.TaskAccesses - before, 0UL, s_mostLooks);
        }

        Assert.Equal(s_count / 4 * 3, left);
    }

    private static SimTaskSlot Slot(int number) => new(new Frame((uint)number));
}
