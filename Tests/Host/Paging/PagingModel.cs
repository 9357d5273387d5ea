using System.Collections.Generic;
using System.Linq;
using Kernel.Memory;
using Kernel.Tests.Host.Text;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Runs steps on the paging manager and on dictionaries, and compares the two after each.</summary>
internal sealed partial class PagingModel
{
    private const int Spaces = 4;

    private readonly PagingRig _rig;
    private readonly AddressSpace[] _real = new AddressSpace[Spaces];
    private readonly ModelSpace?[] _model = new ModelSpace?[Spaces];

    public PagingModel(PagingRig rig) => _rig = rig;

    private ref PagingManager Memory => ref _rig.Memory;

    private uint Charged => (uint)_model.Sum(static space => space?.Charge ?? 0);

    public void Run(IEnumerable<PagingStep> steps)
    {
        foreach (PagingStep step in steps)
        {
            using (_rig.Mmu.Operation(step.Kind.ToString()))
            {
                Do(step);
            }

            Compare();
        }

        DestroyAll();
    }

    // Not one frame is lost, whatever was done.
    private void DestroyAll()
    {
        for (int space = 0; space < Spaces; space++)
        {
            Destroy(space);
        }

        Compare();
        _rig.ReapAll();
        Often.Equal(_rig.UsedAtStart, Memory.Frames.Used);
        Often.Equal(FrameCount.Zero, Memory.Charged);
    }

    private void Do(PagingStep step)
    {
        int space = step.Space;
        if (step.Kind == PagingStepKind.Create)
        {
            Create(step);
        }
        else if (step.Kind == PagingStepKind.Reap)
        {
            bool isLeft = Memory.Reap(step.Choice % 20);
            Often.Equal(isLeft, Memory.HasDying);
        }
        else if (_model[space] is { } model)
        {
            Do(step, space, model);
        }
    }

    private void Do(PagingStep step, int space, ModelSpace model)
    {
        switch (step.Kind)
        {
            case PagingStepKind.Destroy:
                Destroy(space);
                break;
            case PagingStepKind.Switch:
                Memory.Activate(ref _real[space]);
                break;
            case PagingStepKind.Fork:
                Fork(step, space, model);
                break;
            case PagingStepKind.Read or PagingStepKind.Write or PagingStepKind.Execute:
                Access(step, space, model);
                break;
            case PagingStepKind.MapFrame:
                MapFrame(step, space, model);
                break;
            case PagingStepKind.Merge:
                Merge(step, space);
                break;
            default:
                DoRange(step, space, model);
                break;
        }
    }

    private void Create(PagingStep step)
    {
        int space = step.Space;
        if (_model[space] is null)
        {
            uint quota = QuotaFrom(step.Choice);
            PagingError error = Memory.TryCreate(new FrameCount(quota), out _real[space]);
            Often.Equal(ChargeError(0, 1, quota), error);
            _model[space] = error == PagingError.None ? new ModelSpace(_rig.Geometry, _rig.Window, quota) : null;
        }
    }

    private void Destroy(int space)
    {
        if (_model[space] is not null)
        {
            Memory.Destroy(ref _real[space]);
            Assert.False(_real[space].Exists);
            _model[space] = null;
        }
    }

    private void Fork(PagingStep step, int space, ModelSpace model)
    {
        int child = step.Other;
        if (_model[child] is null)
        {
            uint quota = QuotaFrom(step.Choice);
            PagingError error = Memory.TryFork(ref _real[space], new FrameCount(quota), out _real[child]);
            Often.Equal(ChargeError(0, model.Charge, quota), error);
            _model[child] = error == PagingError.None ? model.Fork(quota) : null;
        }
    }

    private static uint QuotaFrom(int choice) => choice % 4 == 0 ? (uint)choice % 60 : 10_000;

    private PagingError ChargeError(uint before, uint after, uint quota) =>
        after <= before ? PagingError.None
        : after > quota ? PagingError.QuotaExceeded
        : Charged + (after - before) > Memory.Capacity.Value ? PagingError.OutOfMemory
        : PagingError.None;

    private void Compare()
    {
        for (int space = 0; space < Spaces; space++)
        {
            if (_model[space] is { } model)
            {
                Compare(space, model);
            }
        }

        _rig.AssertSound(_real);
        _rig.AssertNoHarm();
        _rig.AssertFreedFramesAreForgotten();
    }

    private void Compare(int space, ModelSpace model)
    {
        Often.Equal(model.Charge, _real[space].Charge.Value);
        for (int page = 0; page < _rig.UserPages; page++)
        {
            PageInfo info = _rig.Query(in _real[space], page);
            if (!model.Pages.TryGetValue(page, out ModelPage expected))
            {
                Often.Equal(PageState.Unmapped, info.State);
            }
            else if (expected.Kind == RegionKind.Guard)
            {
                Often.Equal(PageState.Guard, info.State);
            }
            else
            {
                Compare(expected, info);
            }
        }
    }

    private void Compare(ModelPage expected, PageInfo info)
    {
        Often.Equal((expected.Kind, expected.Rights), (info.Kind, info.Rights));
        Often.Equal(expected.IsThere, info.State is PageState.Present or PageState.Writable);
        if (expected.IsThere)
        {
            Often.Equal(expected.Content, _rig.Physical.ReadByte(info.Frame.Address));
        }
        else
        {
            Often.Equal(PageState.Reserved, info.State);
        }
    }
}
