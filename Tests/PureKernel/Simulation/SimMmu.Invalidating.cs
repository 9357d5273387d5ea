using System;
using Kernel.Units;

namespace Kernel.Simulation;

/// <content>The instructions that drop cached entries (Intel SDM vol. 3, 4.10.4.1; AMD APM vol. 2, 5.5).</content>
public sealed partial class SimMmu
{
    private const ulong KeepsTranslations = 1UL << 63;
    private const ulong ContextMask = 0xFFF;

    /// <summary>How often CR3 was written.</summary>
    public int RootWrites { get; private set; }

    /// <summary>How many INVLPG were executed.</summary>
    public int PageInvalidations { get; private set; }

    /// <summary>How many INVPCID were executed.</summary>
    public int ContextInvalidations { get; private set; }

    /// <summary>The control registers; what a change drops is dropped.</summary>
    public PagingControls Controls
    {
        get => _controls;
        set
        {
            _memory.Observe();
            bool dropsAll = value.GlobalPages != _controls.GlobalPages
                || (_controls.ProcessContexts && !value.ProcessContexts);
            bool dropsContext = value.Smep && !_controls.Smep;
            ReadEntriesBy(value);
            if (dropsAll)
            {
                _invalidations.FlushAll();
            }
            else if (dropsContext)
            {
                _invalidations.Flush(Context, _memory.Clock.Tick());
            }
        }
    }

    /// <summary>
    /// MOV to CR3: drops all but global translations. With process-context identifiers, bits 11 to 0 name the context
    /// whose entries go, and bit 63 keeps them.
    /// </summary>
    public void WriteRoot(ulong cr3)
    {
        _memory.Observe();
        RootWrites++;
        int context = _controls.ProcessContexts ? (int)(cr3 & ContextMask) : 0;
        bool keeps = _controls.ProcessContexts && (cr3 & KeepsTranslations) != 0;
        int now = _memory.Clock.Tick();
        _ = _invalidations.Of(context);
        _roots.Switch(new PhysAddr(cr3 & EntryBits.Address), context, now, _memory.Horizon);
        if (!keeps)
        {
            _invalidations.Flush(context, now);
        }
    }

    /// <summary>MOV to CR3 where process-context identifiers are off.</summary>
    public void WriteRoot(PhysAddr root) => WriteRoot(root.Value);

    /// <summary>
    /// INVLPG: drops the page's translation, global or not, and all paging-structure caches; with an address that is
    /// not canonical it does nothing (Intel SDM vol. 2, INVLPG).
    /// </summary>
    public void InvalidatePage(VirtAddr address)
    {
        _memory.Observe();
        PageInvalidations++;
        if (_memory.Geometry.IsCanonical(address))
        {
            _invalidations.DropPage(
                Context, address, LargestDropped(address), _controls.TranslationCacheExtension);
        }
    }

    /// <summary>INVPCID type 0: drops what translates the address in a context, unless it is global.</summary>
    public void InvalidatePage(VirtAddr address, int context)
    {
        _memory.Observe();
        ContextInvalidations++;
        if (_memory.Geometry.IsCanonical(address))
        {
            _invalidations.DropPrivate(context, address);
        }
    }

    /// <summary>INVPCID types 1 to 3; the context means something for the first only.</summary>
    public void InvalidateContext(ContextFlush kind, int context = 0)
    {
        _memory.Observe();
        ContextInvalidations++;
        switch (kind)
        {
            case ContextFlush.One:
                _invalidations.Flush(context, _memory.Clock.Tick());
                break;
            case ContextFlush.All:
                _invalidations.FlushContexts();
                break;
            case ContextFlush.AllWithGlobals:
                _invalidations.FlushAll();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    /// <summary>The program takes a page fault at the address: drops its page and the path to it.</summary>
    public void PageFault(VirtAddr address)
    {
        _memory.Observe();
        DropFaulted(address);
    }

    private void DropFaulted(VirtAddr address) =>
        _invalidations.DropFaulted(Context, address, LargestDropped(address));

    private int LargestDropped(VirtAddr address)
    {
        if (_controls.DropsWholeLargePages)
        {
            return _memory.Geometry.Levels;
        }

        // A kernel read that nothing forbids tells the page's size.
        var request = new AccessRequest(address, AccessKind.Read, Ring.Kernel, AlignmentCheck: true);
        AccessOutcome outcome = _walk.Look(Root, request);
        return outcome.IsTranslated ? outcome.Translation.Level : 1;
    }

    private void Restart(PhysAddr root)
    {
        _ = _invalidations.Of(0);
        _roots.Switch(root, context: 0, _memory.Clock.Tick(), _memory.Horizon);
        _invalidations.FlushAll();
    }

    private void ReadEntriesBy(PagingControls controls)
    {
        _controls = controls;
        var format = new EntryFormat(_memory.Geometry, controls);
        _tlb.Format = format;
        _walk = new PageWalk(_memory, format);
    }
}
