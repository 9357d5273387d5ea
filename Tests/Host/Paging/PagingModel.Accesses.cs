using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <content>What programs do.</content>
internal sealed partial class PagingModel
{
    private void Access(PagingStep step, int space, ModelSpace model)
    {
        AccessKind kind = step.Kind switch
        {
            PagingStepKind.Write => AccessKind.Write,
            PagingStepKind.Read => AccessKind.Read,
            _ => AccessKind.Fetch,
        };
        int page = step.Page % _rig.UserPages;
        FaultOutcome? outcome = _rig.Access(ref _real[space], _rig.PageAt(page), kind, out PhysAddr at);
        FaultOutcome? refusal = Refusal(model, page, kind);
        if (refusal is not null)
        {
            Assert.Equal(refusal, outcome);
            return;
        }

        ModelPage known = model.Pages[page];
        AssertResolved(known, kind, outcome);
        Assert.Equal(known.Content, _rig.Physical.ReadByte(at));
        if (kind == AccessKind.Write)
        {
            Assert.Equal(PageState.Writable, _rig.Query(in _real[space], page).State);
            known = known with { Content = (byte)step.Choice };
            _rig.Physical.WriteByte(at, known.Content);
        }

        model.Pages[page] = known with { IsThere = true };
    }

    private FaultOutcome? Refusal(ModelSpace model, int page, AccessKind kind) =>
        !_rig.Window.CanHold(page, 1) ? FaultOutcome.OutsideUserSpace
        : !model.Pages.TryGetValue(page, out ModelPage known) ? FaultOutcome.NotMapped
        : known.Kind == RegionKind.Guard ? FaultOutcome.StackOverflow
        : kind == AccessKind.Write && (known.Rights & PageRights.Write) == 0 ? FaultOutcome.NotWritable
        : kind == AccessKind.Fetch && (known.Rights & PageRights.Execute) == 0 ? FaultOutcome.NotExecutable
        : null;

    private static void AssertResolved(ModelPage known, AccessKind kind, FaultOutcome? outcome)
    {
        if (!known.IsThere)
        {
            Assert.Equal(
                known.Kind == RegionKind.Stack ? FaultOutcome.StackGrown : FaultOutcome.DemandZero, outcome);
        }
        else if (kind == AccessKind.Write)
        {
            Assert.True(outcome is null or FaultOutcome.MadeWritable or FaultOutcome.Copied, outcome.ToString());
        }
        else
        {
            Assert.Null(outcome);
        }
    }
}
