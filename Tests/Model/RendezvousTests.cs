using System;
using Xunit;

namespace Kernel.Tests.Model;

/// <summary>All that programs can do to one another by messages, handles and ends, within bounds.</summary>
public sealed class RendezvousTests
{
    private const string LongVariable = "KERNEL_TESTS_LONG";

    /// <summary>Tasks, entries, forks, gifts, edits, with turns; the states that there are.</summary>
    public static TheoryData<int, int, int, int, int, bool, long> Searches
    {
        get
        {
            var searches = new TheoryData<int, int, int, int, int, bool, long>
            {
                { 4, 3, 4, 0, 0, false, 827_739 },
                { 4, 2, 3, 1, 0, false, 118_760 },
                { 3, 3, 3, 1, 0, true, 269_432 },
            };
            if (Environment.GetEnvironmentVariable(LongVariable) == "1")
            {
                searches.Add(5, 3, 4, 0, 0, false, 2_218_252);
                searches.Add(4, 3, 3, 1, 0, false, 1_356_677);
                searches.Add(4, 4, 3, 1, 0, false, 2_021_831);
                searches.Add(3, 3, 3, 1, 1, false, 3_294_291);
            }

            return searches;
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public void EachWaitEndsAndEachMessageIsAnsweredOnce(
        int tasks, int entries, int forks, int gifts, int edits, bool hasTurns, long states)
    {
        Search search = Search.Run(new Bounds(tasks, entries, forks, gifts, edits, hasTurns), hasManyStates: true);
        Assert.True(search.Errors == 0, search.Output);
        Assert.True(search.IsWhole, search.Output);
        Assert.Equal(states, search.States);
    }
}
