using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>
/// One walk through the tables as they are, by the rules of 64-bit paging (Intel SDM vol. 3, 4.5 to 4.8). Protection
/// keys, shadow stacks and memory types are left out.
/// </summary>
internal readonly record struct PageWalk(SimPhysical Memory, EntryFormat Format)
{
    /// <summary>
    /// Walks, and sets the accessed and dirty bits of an access that succeeds. For one that faults none is set: the
    /// manuals say only that the processor may.
    /// </summary>
    public AccessOutcome Access(PhysAddr root, in AccessRequest request)
    {
        AccessOutcome outcome = Look(root, request);
        if (outcome.IsTranslated)
        {
            Mark(root, request, outcome.Translation.Level);
        }

        return outcome;
    }

    /// <summary>The same, and nothing is set.</summary>
    public AccessOutcome Look(PhysAddr root, in AccessRequest request)
    {
        PhysAddr table = root;
        PathRights rights = PathRights.All;
        for (int level = Format.Geometry.Levels; ; level--)
        {
            ulong bits = Memory.ReadEntry(table, Format.Geometry.IndexOf(request.Address, level));
            EntryKind kind = Format.KindOf(bits, level);
            rights = rights.Through(bits);
            switch (kind)
            {
                case EntryKind.Table:
                    table = EntryFormat.TableIn(bits);
                    break;
                case EntryKind.Page:
                    return request.Decide(Translate(bits, request.Address, level, rights), Format.Controls);
                default:
                    return AccessOutcome.PageFault(request.Fault(kind, Format.Controls));
            }
        }
    }

    public Translation Translate(ulong bits, VirtAddr address, int level, PathRights rights)
    {
        PhysAddr page = Format.PageIn(bits, level);
        bool isGlobal = Format.Controls.GlobalPages && (bits & EntryBits.Global) != 0;
        return new Translation(Format.AddressIn(page, address, level), page, level, rights, isGlobal);
    }

    private void Mark(PhysAddr root, in AccessRequest request, int lowest)
    {
        PhysAddr table = root;
        for (int level = Format.Geometry.Levels; level >= lowest; level--)
        {
            int index = Format.Geometry.IndexOf(request.Address, level);
            bool dirties = level == lowest && request.Kind == AccessKind.Write;
            Memory.MarkUsed(table, index, dirties ? EntryBits.Accessed | EntryBits.Dirty : EntryBits.Accessed);
            table = EntryFormat.TableIn(Memory.ReadEntry(table, index));
        }
    }
}
