using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Three levels of four entries: large pages, and every case of sharing, within 30 pages.</summary>
public class SmallProgramTests
{
    [Fact]
    public void ProgramsDoWhatDictionariesDo() =>
        PagingPrograms.Hold(
            static () => new PagingRig(new Geometry(3, 2, 3), frames: 150),
            programs: 6000,
            seed: 0x5EED_0005);
}
