using System.Collections.Generic;
using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <content>Steps on ranges of pages.</content>
internal sealed partial class PagingModel
{
    private static readonly PageRights[] s_rights =
        [PageRights.Read, PageRights.Write, PageRights.Execute, PageRights.Write | PageRights.Execute];

    private void DoRange(PagingStep step, int space, ModelSpace model)
    {
        int first = step.Page % _rig.UserPages;
        if (!TryRange(first, step.Count, out PageRange range))
        {
            return;
        }

        switch (step.Kind)
        {
            case PagingStepKind.Map:
                Map(step, space, model, first, range);
                break;
            case PagingStepKind.MapStack:
                MapStack(step, space, model, first, range);
                break;
            case PagingStepKind.Unmap:
                Assert.Equal(PagingError.None, Memory.Unmap(ref _real[space], range));
                Remove(model, first, step.Count);
                break;
            case PagingStepKind.Protect:
                Protect(step, space, model, first, range);
                break;
            default:
                Lend(step, space, model, first, range);
                break;
        }
    }

    private bool TryRange(int first, int count, out PageRange range)
    {
        bool isInside = _rig.Window.CanHold(first, count);
        PagingError error = PageRange.Decode(_rig.PageAt(first), _rig.Pages(count), out range);
        Assert.Equal(isInside ? PagingError.None : PagingError.OutsideUserSpace, error);
        return isInside && first + count <= _rig.UserPages;
    }

    private void Map(PagingStep step, int space, ModelSpace model, int first, PageRange range)
    {
        PageRights rights = s_rights[step.Choice % s_rights.Length];
        RegionKind kind = (RegionKind)(1 + (step.Choice / 4 % 4));
        PagingError error = Memory.Map(ref _real[space], range, kind, rights);
        Assert.Equal(MapError(model, first, step.Count, rights), error);
        for (int page = first; page < first + step.Count && error == PagingError.None; page++)
        {
            model.Pages.Add(page, new ModelPage(kind, rights, IsThere: false, Content: 0));
        }
    }

    private void MapStack(PagingStep step, int space, ModelSpace model, int first, PageRange range)
    {
        PagingError error = Memory.MapStack(ref _real[space], range);
        Assert.Equal(MapError(model, first, step.Count, PageRights.Write), error);
        for (int page = first; page < first + step.Count && error == PagingError.None; page++)
        {
            RegionKind kind = page == first ? RegionKind.Guard : RegionKind.Stack;
            model.Pages.Add(page, new ModelPage(kind, PageRights.Write, IsThere: false, Content: 0));
        }
    }

    private void MapFrame(PagingStep step, int space, ModelSpace model)
    {
        int level = 1 + (step.Choice % 3);
        var order = new FrameOrder((byte)((level - 1) * _rig.Geometry.IndexBits));
        int count = 1 << order.Exponent;
        int first = step.Page % _rig.UserPages / count * count;
        if (count > _rig.UserPages || !Memory.Frames.TryTakeBlock(order, FrameZone.Anywhere, FrameUse.Page, out Frame block))
        {
            return;
        }

        for (int i = 0; i < count; i++)
        {
            _rig.Physical.Fill((block + new FrameCount((uint)i)).Address, (ulong)(step.At + i) % 256);
        }

        PageRights rights = s_rights[step.At % 3];
        PagingError error = Memory.MapFrame(ref _real[space], _rig.PageAt(first), block, RegionKind.Data, rights);
        Assert.Equal(MapFrameError(level, model, first, count, rights), error);
        if (error != PagingError.None)
        {
            Memory.Frames.ReleaseReference(block);
            return;
        }

        for (int i = 0; i < count; i++)
        {
            model.Pages.Add(first + i, new ModelPage(RegionKind.Data, rights, IsThere: true, (byte)(step.At + i)));
        }
    }

    private PagingError MapFrameError(int level, ModelSpace model, int first, int count, PageRights rights) =>
        level > System.Math.Min(_rig.Geometry.Levels, 3) ? PagingError.NotAligned
        : !_rig.Window.CanHold(first, count) ? PagingError.OutsideUserSpace
        : MapError(model, first, count, rights);

    private PagingError MapError(ModelSpace model, int first, int count, PageRights rights) =>
        rights == (PageRights.Write | PageRights.Execute) ? PagingError.WritableAndExecutable
        : model.Mapped(first, count).Any() ? PagingError.AlreadyMapped
        : ChargeError(
            model.Charge, model.ChargeOf(model.Pages.Keys.Concat(Enumerable.Range(first, count))), model.Quota);

    private void Protect(PagingStep step, int space, ModelSpace model, int first, PageRange range)
    {
        PageRights rights = s_rights[step.Choice % s_rights.Length];
        bool isMapped = model.Mapped(first, step.Count).Count() == step.Count
            && model.Mapped(first, step.Count).All(page => model.Pages[page].Kind != RegionKind.Guard);
        PagingError expected = rights == (PageRights.Write | PageRights.Execute) ? PagingError.WritableAndExecutable
            : isMapped ? PagingError.None
            : PagingError.NotMapped;
        Assert.Equal(expected, Memory.Protect(ref _real[space], range, rights));
        for (int page = first; page < first + step.Count && expected == PagingError.None; page++)
        {
            model.Pages[page] = model.Pages[page] with { Rights = rights };
        }
    }

    private void Lend(PagingStep step, int space, ModelSpace model, int first, PageRange range)
    {
        if (_model[step.Other] is not { } target)
        {
            return;
        }

        int at = At(step, first);
        if (at + step.Count > _rig.UserPages && _rig.Window.First != 0)
        {
            return;
        }

        PageRights allowed = s_rights[3 - (step.Choice / 2 % 8 > 3 ? 0 : step.Choice % 4)];
        PagingError error = Memory.Lend(
            ref _real[space], range, ref _real[step.Other], _rig.PageAt(at), allowed);
        var lent = model.Mapped(first, step.Count).ToDictionary(page => page - first + at, page => model.Pages[page]);
        if (!_rig.Window.CanHold(at, step.Count))
        {
            Assert.Equal(PagingError.OutsideUserSpace, error);
        }
        else if (space == step.Other && System.Math.Abs(first - at) < step.Count)
        {
            Assert.Equal(PagingError.Overlap, error);
        }
        else if (IsLent(target, at, step.Count, lent, error))
        {
            Remove(target, at, step.Count);
            foreach ((int page, ModelPage content) in lent)
            {
                target.Pages.Add(page, content with { Rights = content.Rights & allowed });
            }
        }
    }

    // Half of the time aligned alike to some larger page, so that tables are shared.
    private int At(PagingStep step, int first)
    {
        int alike = System.Math.Min(1 << (step.Choice % 3 * _rig.Geometry.IndexBits), _rig.UserPages / 2);
        int at = step.At % _rig.UserPages;
        return (at / alike * alike) + (first % alike);
    }

    // A refusal counts tables that would be left without pages before they go.
    private bool IsLent(ModelSpace target, int at, int count, Dictionary<int, ModelPage> lent, PagingError error)
    {
        int[] pages = [.. target.Pages.Keys.Where(page => page < at || page >= at + count), .. lent.Keys];
        uint charge = target.ChargeOf(pages);
        uint tables = target.ChargeOf(pages.Union(target.Pages.Keys)) - (uint)pages.Union(target.Pages.Keys).Count();
        PagingError least = ChargeError(target.Charge, charge, target.Quota);
        PagingError most = ChargeError(target.Charge, tables + (uint)pages.Length, target.Quota);
        Assert.True(error == least || error == most, $"{error}, and neither {least} nor {most}");
        return error == PagingError.None;
    }

    private void Merge(PagingStep step, int space)
    {
        int level = 2 + (step.Choice % 2);
        int count = 1 << ((level - 1) * _rig.Geometry.IndexBits);
        if (count > _rig.UserPages)
        {
            return;
        }

        int first = step.Page % _rig.UserPages / count * count;
        PagingError error = Memory.Merge(ref _real[space], _rig.PageAt(first), level);
        if (error == PagingError.None)
        {
            Assert.Equal(_rig.Pages(count), _rig.Query(in _real[space], first).Size);
        }
    }

    private static void Remove(ModelSpace model, int first, int count)
    {
        foreach (int page in model.Mapped(first, count).ToArray())
        {
            model.Pages.Remove(page);
        }
    }
}
