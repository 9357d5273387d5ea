using Kernel.Abi;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>What Query says of a page is what is mapped there.</summary>
public sealed class QueryCallTests
{
    private const ulong FarAway = 1UL << 40;
    private const ulong Page = 1 << 12;

    // A page is mapped; it is there; it may be written, executed; it is nobody else's.
    private const ulong Mapped = 1 | (12 << 8);
    private const ulong There = 2;
    private const ulong Writable = 4;
    private const ulong Executable = 8;
    private const ulong Sole = 16;

    private readonly TaskRig _rig;

    public QueryCallTests()
    {
        SimMachine.Reset();
        _rig = new TaskRig(frames: 400, pages: 4);
    }

    [Fact]
    public void NothingIsMappedWhereNothingIs() => Assert.Equal((0ul, 0ul), Query(FarAway));

    [Fact]
    public void APageThatIsToComeIsMappedAndNotThere()
    {
        Assert.Equal((Mapped | Writable, 0ul), Query(TaskRig.Pages.Value));
        Assert.Equal(0, _rig.Call(SystemCall.Map, FarAway, Page, (ulong)PageRights.Execute));
        Assert.Equal((Mapped | Executable, 0ul), Query(FarAway));
        Assert.Equal(0, _rig.Call(SystemCall.Protect, FarAway, Page, 0));
        Assert.Equal((Mapped, 0ul), Query(FarAway));
    }

    [Fact]
    public void APageThatIsThereHasOwners()
    {
        _rig.Write(_rig.First, TaskRig.Pages, [1]);
        Assert.Equal((Mapped | There | Writable | Sole, 1ul), Query(TaskRig.Pages.Value));
        ulong child = (ulong)_rig.Call(SystemCall.Fork);
        SimTaskSlot slot = _rig.First.Task.Handles.At(child).Task;
        _rig.Write(slot, TaskRig.Pages + new ByteCount(Page), [1]);
        Assert.Equal((Mapped | There | Writable, 2ul), Query(TaskRig.Pages.Value));
    }

    [Fact]
    public void TheGuardOfAStackIsNotMapped()
    {
        TaskRig rig = CallPoints.Programs();
        ulong top = rig.First.Task.Registers.Rsp;
        ulong guard = top;
        while (PagingManager.Query(in rig.First.Task.Space, new VirtAddr(guard)).State != PageState.Guard)
        {
            guard -= Page;
            Assert.InRange(guard, top - (1 << 20), top);
        }

        Assert.Equal(0, rig.Call(SystemCall.Query, guard));
        Assert.NotEqual(0, rig.Call(SystemCall.Query, guard + Page));
    }

    private (ulong Summary, ulong Owners) Query(ulong at)
    {
        ulong summary = (ulong)_rig.Call(SystemCall.Query, at);
        return (summary, _rig.First.Task.Registers.Rdx);
    }
}
