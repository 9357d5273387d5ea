using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>A processor that remembers several address spaces side by side.</summary>
public class ContextProgramTests
{
    [Fact]
    public void ProgramsDoWhatDictionariesDo() =>
        PagingPrograms.Hold(
            static () => new PagingRig(
                new Geometry(3, 2, 3), frames: 150, CpuFeatures.GibibytePages | CpuFeatures.ProcessContexts),
            programs: 3000,
            seed: 0x5EED_0007);
}
