using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <content>Spaces come and go, with the frames that belong to tasks.</content>
internal ref partial struct PagingProgram
{
    private const uint Ample = 1U << 29;

    private ulong Make(bool isFork)
    {
        if (_spaces == MostSpaces)
        {
            return Unavailable;
        }

        var quota = new FrameCount(_random.Once(4) ? (uint)_random.Below(3000) : Ample);
        PagingError error = isFork
            ? Memory.TryFork(ref AnySpace(), quota, out AddressSpace space)
            : Memory.TryCreate(quota, out space);
        if (error == PagingError.None)
        {
            _laboratory.Space(_spaces++) = space;
        }

        return (ulong)error;
    }

    // The audit finds the spaces side by side.
    private ulong Destroy()
    {
        ref AddressSpace space = ref AnySpace();
        Memory.Destroy(ref space);
        ref AddressSpace last = ref _laboratory.Space(--_spaces);
        space = last;
        last = default;
        return 0;
    }

    private ulong Activate()
    {
        if (_random.Once(4))
        {
            Memory.ActivateKernel();
        }
        else
        {
            Run(ref AnySpace());
        }

        return 0;
    }

    // The emulated processor tells no contexts apart: it gets roots only.
    private readonly void Run(ref AddressSpace space)
    {
        if (!_hasContexts)
        {
            Memory.Activate(ref space);
        }
        else if (Memory.ActiveRegister != space.Register)
        {
            Machine.WriteRoot(space.Root.Address.Value);
            ProcessContexts.Keep(ref space);
            Memory.ActiveRegister = space.Register;
        }
    }

    private ulong Records()
    {
        ref AddressSpace payer = ref AnySpace();
        ref AddressSpace heir = ref AnySpace();
        PagingError ofRecord = Memory.TryTakeRecord(out Frame record);
        PagingError ofHandles = Memory.TryTakeHandles(ref payer, out Frame handles);
        if (ofRecord == PagingError.None)
        {
            Memory.ReleaseRecord(record);
        }

        if (ofHandles == PagingError.None)
        {
            PagingManager.MoveHandles(ref payer, ref heir, new FrameCount(1));
            Memory.ReleaseHandles(ref heir, handles);
        }

        Memory.Frames.FillReserve(new FrameCount((uint)_random.Below(9)));
        return (ulong)ofRecord << 8 | (ulong)ofHandles;
    }
}
