using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Address spaces as persistent trees: page tables, like pages, are shared and counted, and copied when somebody
/// writes (docs/05-address-spaces.md). Every operation first decides whether it can be done, changing nothing; then it
/// changes tables, lets the processor forget what is not true any more, and only then lets go of frames.
/// </summary>
public partial struct PagingManager
{
    private FrameAllocator _frames;
    private Invalidations _invalidations;
    private ProcessContexts _contexts;
    private SlotSet _kernelSlots;
    private Frame _kernelRoot;
    private int _highestPageLevel;
    private Frame _displaced;
    private Frame _dying;

    /// <summary>All frames.</summary>
    [UnscopedRef]
    public ref FrameAllocator Frames => ref _frames;

    /// <summary>What has been invalidated so far.</summary>
    [UnscopedRef]
    public readonly ref readonly Invalidations Invalidations => ref _invalidations;

    /// <summary>How often CR3 was written to change the address space.</summary>
    public ulong Switches { get; private set; }

    /// <summary>The sum of all spaces' charges.</summary>
    public FrameCount Charged { get; private set; }

    /// <summary>
    /// What CR3 holds. Whoever writes to CR3 by other means than <see cref="Activate"/> says here what.
    /// </summary>
    internal ulong ActiveRegister;

    /// <summary>The most that all spaces together may be charged.</summary>
    public FrameCount Capacity { get; set; }

    private static int UserSlots => Machine.Geometry.EntriesPerTable / 2;

    /// <summary>
    /// Begins, once <see cref="Frames"/> is filled in: the kernel's half of every space is that of
    /// <paramref name="kernelRoot"/>, whose tables stay for ever, and all free frames are there for spaces.
    /// </summary>
    public void Start(Frame kernelRoot, CpuFeatures features)
    {
        _kernelRoot = kernelRoot;
        ActiveRegister = kernelRoot.Address.Value;
        _contexts = new ProcessContexts((features & CpuFeatures.ProcessContexts) != 0);
        bool hasHuge = (features & CpuFeatures.GibibytePages) != 0;
        int highest = hasHuge ? EntryWeight.HighestPageLevel : EntryWeight.HighestPageLevel - 1;
        _highestPageLevel = highest < Machine.Geometry.Levels ? highest : Machine.Geometry.Levels;
        Capacity = Frames.Free;
        for (int slot = 0; slot < UserSlots; slot++)
        {
            _kernelSlots.Set(slot, Machine.ReadEntry(kernelRoot, UserSlots + slot) != 0);
        }
    }

    /// <summary>Makes a space with nothing in it, which may be charged up to <paramref name="quota"/>.</summary>
    public PagingError TryCreate(FrameCount quota, out AddressSpace space) =>
        TryMakeSpace(quota, new FrameCount(1), out space);

    /// <summary>
    /// Lets the processor use a space: its translations are those of the user half from now on. Does nothing where that
    /// is so already.
    /// </summary>
    public void Activate(ref AddressSpace space)
    {
        if (ActiveRegister != space.Register)
        {
            Machine.WriteRoot(space.Register);
            ProcessContexts.Keep(ref space);
            ActiveRegister = space.Register;
            Switches++;
        }
    }

    /// <summary>Leaves the user half empty.</summary>
    public void ActivateKernel()
    {
        ulong register = _kernelRoot.Address.Value;
        if (ActiveRegister != register)
        {
            Machine.WriteRoot(register);
            ActiveRegister = register;
            Switches++;
        }
    }

    /// <summary>
    /// Ends a space, which is none afterwards. Its tables and pages go by and by, as <see cref="Reap"/> is called, or
    /// when memory would be refused otherwise.
    /// </summary>
    public void Destroy(ref AddressSpace space)
    {
        if (ActiveRegister == space.Register)
        {
            ActivateKernel();
        }

        _contexts.Return(in space);
        Charged -= space.Charge;
        if (FrameTable.DropReference(space.Root))
        {
            AddDying(space.Root);
        }

        space = default;
    }

    private PagingError TryMakeSpace(FrameCount quota, FrameCount charge, out AddressSpace space)
    {
        space = default;
        PagingError error = CheckCharge(FrameCount.Zero, quota, charge.Value);
        if (error != PagingError.None)
        {
            return error;
        }

        if (Frames.Free == FrameCount.Zero && !TryMakeRoom(1))
        {
            return PagingError.OutOfMemory;
        }

        Frame root = TakeTable();
        foreach (int slot in _kernelSlots)
        {
            Machine.WriteEntry(root, UserSlots + slot, Machine.ReadEntry(_kernelRoot, UserSlots + slot));
        }

        Machine.Record(root).Weight = charge;
        Charged += charge;
        space.Root = root;
        space.Quota = quota;
        _contexts.Take(ref space);
        return PagingError.None;
    }

    // Whether a space that is charged so much may be charged so much more, or less.
    private readonly PagingError CheckCharge(FrameCount charge, FrameCount quota, long more) =>
        more <= 0 ? PagingError.None
        : charge.Value + more > quota.Value ? PagingError.QuotaExceeded
        : Charged.Value + more > Capacity.Value ? PagingError.OutOfMemory
        : PagingError.None;

    // Every table down to this level is charged so much more, or less; the space alone can reach them.
    private void AddCharge(in AddressSpace space, VirtAddr address, int level, int more)
    {
        var path = new IndexPath(address);
        var slot = new EntrySlot(space.Root, path.Next());
        AddWeight(space.Root, more);
        for (int at = Machine.Geometry.Levels; at > level; at--)
        {
            PageEntry entry = slot.Entry;
            slot = new EntrySlot(entry, path.Next());
            AddWeight(entry.Target, more);
        }

        Charged = new FrameCount(Charged.Value + (uint)more);
    }

    // The place of a small page's entry in tables that are the space's own, each of which is charged so much more, or
    // less, on the way down: one walk instead of two. Where there is no such place nothing is charged.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReachCharging(in AddressSpace space, VirtAddr address, int more, out EntrySlot slot)
    {
        var path = new IndexPath(address);
        slot = new EntrySlot(space.Root, path.Next());
        Charged = new FrameCount(Charged.Value + (uint)more);
        AddWeight(space.Root, more);
        for (int at = Machine.Geometry.Levels; at > 1; at--)
        {
            PageEntry entry = slot.Entry;
            if (!entry.IsOpenTable)
            {
                AddCharge(in space, address, at, -more);
                return false;
            }

            slot = new EntrySlot(entry, path.Next());
            AddWeight(entry.Target, more);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddWeight(Frame table, int more)
    {
        ref FrameRecord record = ref Machine.Record(table);
        record.Weight = new FrameCount(record.Weight.Value + (uint)more);
    }
}
