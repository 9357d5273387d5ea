using System;
using System.Runtime;

namespace Internal.Runtime;

/// <summary>Calls of interfaces' methods, looked up each time: programs that hurry seal their classes.</summary>
internal static unsafe class InterfaceDispatch
{
    private const int PointerFlags = 3;

    /// <summary>
    /// The code that a call through a cell goes to. A cell is two words: the code that is called first, and where the
    /// interface's method table is, counted from that word, with flags in its lowest bits. Cells of the same method are
    /// followed by one that has no code, and the number of the method.
    /// </summary>
    [RuntimeExport("ResolveInterface")]
    internal static nint Resolve(MethodTable* type, nint* cell)
    {
        var wanted = (MethodTable*)((byte*)(cell + 1) + ((int)cell[1] & ~PointerFlags));
        nint* end = cell;
        while (end[0] != 0)
        {
            end += 2;
        }

        for (MethodTable* at = type; at != null; at = at->Base)
        {
            nint code = Find(type, at, wanted, (ushort)end[1]);
            if (code != 0)
            {
                return code;
            }
        }

        ThrowHelpers.Fail(LanguageFault.InvalidCast);
        return 0;
    }

    private static nint Find(MethodTable* type, MethodTable* at, MethodTable* wanted, ushort method)
    {
        DispatchMap* map = MethodTable.MapOf(at);
        for (int i = 0; map != null && i < map->Count; i++)
        {
            DispatchEntry* entry = DispatchMap.EntryAt(map, i);
            if (entry->Method == method && MethodTable.InterfaceAt(at, entry->Interface) == wanted)
            {
                return entry->Slot < at->Virtuals
                    ? MethodTable.VirtualAt(type, entry->Slot)
                    : MethodTable.SealedAt(at, entry->Slot - at->Virtuals);
            }
        }

        return 0;
    }
}
