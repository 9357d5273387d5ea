using System.Collections.Generic;
using System.Linq;
using System.Text;
using Kernel.Abi;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Tasks;
using Kernel.Tests.Host.Loading;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Which program can be the first.</summary>
public sealed class FirstTaskTests
{
    private const ulong Start = 8UL << 20;

    private static readonly string s_longest = new('n', 63);

    private readonly TaskRig _rig;
    private readonly PhysRange _archive;

    public FirstTaskTests()
    {
        SimMachine.Reset();
        byte[] program = ElfBuilder.Sample.Build();
        byte[] archive = new ArchiveBuilder().File("init", program).File(s_longest, program).File("bad", [1]).Build();
        _rig = new TaskRig(frames: 400, archive);
        SimMachine.Current.AddMemory(Start, archive);
        _archive = new PhysRange(new PhysAddr(Start), new PhysAddr(Start + (ulong)archive.Length));
    }

    [Fact]
    public void AnyOfTheArchiveCan()
    {
        _rig.EndAll();
        Assert.Equal(CallError.None, Begin(s_longest));
        Assert.Equal(1u, _rig.Core.Live);
    }

    [Theory]
    [InlineData("", CallError.NoSuchProgram)]
    [InlineData("none", CallError.NoSuchProgram)]
    [InlineData("bad", CallError.BadProgram)]
    public void NothingElseCan(string name, CallError error)
    {
        _rig.EndAll();
        Assert.Equal(error, Begin(name));
        Assert.Equal(CallError.NoSuchProgram, Begin(s_longest + "n"));
        Assert.Equal(0u, _rig.Core.Live);
    }

    [Fact]
    public void WithoutMemoryNoneCan()
    {
        _rig.EndAll();
        _rig.ReapAll();
        CallError error = CallError.OutOfMemory;
        for (uint free = 0; error != CallError.None; free++)
        {
            Assert.Equal(CallError.OutOfMemory, error);
            List<Frame> taken = _rig.LeaveFree(free);
            error = Begin("init");
            _rig.GiveBack(taken);
            _rig.ReapAll();
            Assert.Equal(error == CallError.None ? 1u : 0, _rig.Core.Live);
        }

        Assert.True(_rig.Core.First.Task.Space.Exists);
    }

    [Fact]
    public void NoMoreProgramsAreLoadedThanThereIsRoomFor()
    {
        SimMachine.Reset();
        byte[] program = ElfBuilder.Sample.Build();
        var builder = new ArchiveBuilder();
        string[] names = [.. Enumerable.Range(0, ProgramImages.Capacity).Select(static number => $"p{number:00}")];
        foreach (string name in names)
        {
            builder.File(name, program);
        }

        byte[] archive = builder.File("init", program).Build();
        var rig = new TaskRig(frames: 4000, archive);
        foreach (string name in names)
        {
            rig.Write(rig.First, CallPoints.Name, Encoding.ASCII.GetBytes(name));
            long result = rig.Call(SystemCall.Execute, CallPoints.Name.Value, 3, CallPoints.Name.Value, 0);
            Assert.Equal(name == names[^1] ? -(long)CallError.OutOfMemory : 0, result);
        }
    }

    private CallError Begin(string name) =>
        _rig.Core.TryStartFirst(_archive, Encoding.ASCII.GetBytes(name), default);
}
