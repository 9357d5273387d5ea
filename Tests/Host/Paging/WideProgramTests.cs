using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Two levels of eight entries.</summary>
public class WideProgramTests
{
    [Fact]
    public void ProgramsDoWhatDictionariesDo() =>
        PagingPrograms.Hold(
            static () => new PagingRig(new Geometry(2, 3, 3), frames: 150),
            programs: 4000,
            seed: 0x5EED_0004);
}
