using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Four levels of two entries: the deepest way through the fewest pages.</summary>
public class NarrowProgramTests
{
    [Fact]
    public void ProgramsDoWhatDictionariesDo() =>
        PagingPrograms.Hold(
            static () => new PagingRig(new Geometry(4, 1, 3), frames: 120),
            programs: 5000,
            seed: 0x5EED_0006);
}
