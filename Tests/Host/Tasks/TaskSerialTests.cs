using System.Collections.Generic;
using Kernel.Tasks;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>The numbers of tasks: what stands for one in a frame's record cannot be anything else.</summary>
public sealed class TaskSerialTests
{
    [Fact]
    public void NoneIsALinkOfFramesOrAnotherTasksOrSaysThatThereIsNoQuickWay()
    {
        TaskSerials serials = default;
        HashSet<ulong> seen = [0, HandleEntry.NotQuick];
        ulong last = 0xFFFF_FF01_0000_0000;
        for (int i = 0; i < 1000; i++)
        {
            ulong serial = serials.Next();
            Assert.True(serial > last);
            Assert.True(seen.Add(serial) && seen.Add(TaskSerials.NotQuick(serial)));
            last = serial;
        }
    }
}
