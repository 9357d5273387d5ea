using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Paging;

public class PagingProgramTests
{
    [Fact]
    public void ProgramsDoWhatDictionariesDo() =>
        PagingPrograms.Hold(new Geometry(3, 2, 3), frames: 150, programs: 200, seed: 1);
}
