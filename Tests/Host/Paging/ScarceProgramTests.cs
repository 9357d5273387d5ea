using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Memory that runs out all the time.</summary>
public class ScarceProgramTests
{
    [Fact]
    public void ProgramsDoWhatDictionariesDo() =>
        PagingPrograms.Hold(
            static () => new PagingRig(new Geometry(3, 2, 3), frames: 40),
            programs: 3000,
            seed: 0x5EED_0006);
}
