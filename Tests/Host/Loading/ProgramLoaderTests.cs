using System;
using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Tests.Host.Paging;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Loading;

public sealed class ProgramLoaderTests : IDisposable
{
    // The root and three tables; one page of constants, two of code, four of data.
    private const uint SampleCharge = 4 + 1 + 2 + 4;

    // Of the data's pages two have bytes of the file.
    private const uint SampleFrames = SampleCharge - 2;

    private readonly PagingRig _rig = new(Geometry.FourLevel, frames: 64, window: new PageWindow(0x400, 16));

    public static TheoryData<string> Programs => ["sample", "real"];

    public void Dispose() => SimMachine.Reset();

    [Theory]
    [MemberData(nameof(Programs))]
    public void ASpaceHoldsWhatTheFileSays(string name)
    {
        byte[] file = name == "real" ? RealFiles.Program : ElfBuilder.Sample.Build();
        AddressSpace space = _rig.Create();
        Assert.Equal(PagingError.None, LoadedProgram.Load(_rig, ref space, file));
        LoadedProgram.AssertHolds(in space, file, new NaiveElf(file).Read()!);
        _rig.AssertSound(space);
    }

    [Fact]
    public void PagesOfZerosCostNothingUntilTheyAreTouched()
    {
        AddressSpace space = LoadSample();
        Assert.Equal(SampleCharge, space.Charge.Value);
        Assert.Equal(SampleFrames, (_rig.Memory.Frames.Used - _rig.UsedAtStart).Value);
        Assert.Equal(FaultOutcome.DemandZero, _rig.Access(ref space, new VirtAddr(0x40_6FEF), AccessKind.Write, out _));
    }

    [Fact]
    public void AnInstanceSharesItsTemplatesPagesUntilItWrites()
    {
        AddressSpace template = LoadSample();
        FrameCount before = _rig.Memory.Frames.Used;
        AddressSpace instance = _rig.Fork(ref template);
        Assert.Equal(1U, (_rig.Memory.Frames.Used - before).Value);

        Assert.Null(_rig.Access(ref instance, new VirtAddr(ElfBuilder.Entry), AccessKind.Fetch, out _));
        Assert.Equal(FaultOutcome.Copied, _rig.Access(ref instance, Data, AccessKind.Write, out PhysAddr at));
        _rig.Physical.WriteByte(at, 0xEE);
        Assert.Equal(
            FaultOutcome.NotWritable, _rig.Access(ref instance, new VirtAddr(0x40_1010), AccessKind.Write, out _));
        Assert.Equal(FaultOutcome.NotExecutable, _rig.Access(ref instance, Data, AccessKind.Fetch, out _));
        _rig.AssertSound(template, instance);

        byte[] file = ElfBuilder.Sample.Build();
        AddressSpace next = _rig.Fork(ref template);
        Assert.Null(_rig.Access(ref next, Data, AccessKind.Read, out at));
        Assert.Equal(ElfBuilder.Bytes(1, 4)[0], _rig.Physical.ReadByte(at));
        _rig.Memory.Destroy(ref next);
        _rig.Memory.Destroy(ref instance);
        _rig.ReapAll();
        Assert.Equal(before, _rig.Memory.Frames.Used);
        _rig.AssertSound(template);
        LoadedProgram.AssertHolds(in template, file, new NaiveElf(file).Read()!, PageState.Present);
    }

    [Fact]
    public void AQuotaThatIsTooSmallIsRefused()
    {
        for (uint quota = 1; quota < SampleCharge; quota++)
        {
            AddressSpace space = _rig.Create(quota);
            Assert.Equal(PagingError.QuotaExceeded, LoadedProgram.Load(_rig, ref space, ElfBuilder.Sample.Build()));
            AssertGone(ref space);
        }

        AddressSpace enough = _rig.Create(SampleCharge);
        Assert.Equal(PagingError.None, LoadedProgram.Load(_rig, ref enough, ElfBuilder.Sample.Build()));
    }

    [Fact]
    public void MemoryThatEndsAnywhereLeavesNothingBehind()
    {
        for (uint free = 1; free < SampleFrames; free++)
        {
            List<Frame> taken = _rig.LeaveFree(free);
            AddressSpace space = _rig.Create();
            Assert.Equal(PagingError.OutOfMemory, LoadedProgram.Load(_rig, ref space, ElfBuilder.Sample.Build()));
            _rig.GiveBack(taken);
            AssertGone(ref space);
        }

        _rig.LeaveFree(SampleFrames);
        LoadSample();
        Assert.Equal(FrameCount.Zero, _rig.Memory.Frames.Free);
    }

    [Fact]
    public void DeadSpacesAreTakenApartForItsPages()
    {
        _rig.LeaveFree(SampleFrames);
        AddressSpace first = LoadSample();
        _rig.Memory.Destroy(ref first);
        Assert.Equal(FrameCount.Zero, _rig.Memory.Frames.Free);
        LoadSample();
    }

    [Fact]
    public void ASpaceThatIsNotEmptyIsRefused()
    {
        AddressSpace space = _rig.Create();
        _rig.Map(ref space, 3, 1);
        Assert.Equal(PagingError.AlreadyMapped, LoadedProgram.Load(_rig, ref space, ElfBuilder.Sample.Build()));
        AssertGone(ref space);
    }

    private static VirtAddr Data => new(0x40_3FF0);

    private AddressSpace LoadSample()
    {
        AddressSpace space = _rig.Create();
        Assert.Equal(PagingError.None, LoadedProgram.Load(_rig, ref space, ElfBuilder.Sample.Build()));
        return space;
    }

    private void AssertGone(ref AddressSpace space)
    {
        _rig.AssertSound(space);
        _rig.Memory.Destroy(ref space);
        _rig.ReapAll();
        Assert.Equal(_rig.UsedAtStart, _rig.Memory.Frames.Used);
    }
}
