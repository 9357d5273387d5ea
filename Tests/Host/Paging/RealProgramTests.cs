using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// The processor's own geometries, around an address where one table of every level ends and the next begins.
/// </summary>
public class RealProgramTests
{
    // 512 GiB in pages, less half of the window.
    private static PageWindow AroundTheSecondSlot => new((1UL << 27) - 32, 64);

    [Fact]
    public void ProgramsOnFourLevelsDoWhatDictionariesDo() => PagingPrograms.Hold(
        static () => new PagingRig(Geometry.FourLevel, frames: 300, window: AroundTheSecondSlot),
        programs: 40,
        seed: 0x5EED_0010);

    [Fact]
    public void ProgramsOnFiveLevelsDoWhatDictionariesDo() => PagingPrograms.Hold(
        static () => new PagingRig(Geometry.FiveLevel, frames: 300, window: AroundTheSecondSlot),
        programs: 40,
        seed: 0x5EED_0011);
}
