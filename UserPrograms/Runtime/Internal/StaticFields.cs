namespace Internal.Runtime;

/// <summary>
/// Static fields that refer to objects: the fields of each type are an object of their own, made before the program
/// begins.
/// </summary>
internal static unsafe class StaticFields
{
    private const int SectionCountAt = 12;
    private const int SectionsAt = 16;
    private const int SectionSize = 24;
    private const uint GcStatics = 201;
    private const ulong Unmade = 1;
    private const ulong HasValues = 2;

    /// <summary>Makes them all. The header is ILCompiler's, of what it compiled.</summary>
    internal static void Prepare(byte* header)
    {
        ushort count = *(ushort*)(header + SectionCountAt);
        for (int i = 0; i < count; i++)
        {
            byte* section = header + SectionsAt + (i * SectionSize);
            if (*(uint*)section == GcStatics)
            {
                PrepareAll(*(byte**)(section + 8), *(byte**)(section + 16));
            }
        }
    }

    private static void PrepareAll(byte* at, byte* end)
    {
        for (; at < end; at += sizeof(int))
        {
            Make((nint*)MethodTable.Follow(at));
        }
    }

    // Each is a pointer to its type, counted from its own place, with flags in the lowest bits.
    private static void Make(nint* slot)
    {
        int word = *(int*)slot;
        if (((ulong)word & Unmade) == 0)
        {
            return;
        }

        var type = (MethodTable*)((byte*)slot + (word & ~(int)(Unmade | HasValues)));
        byte* made = Allocation.NewObject(type);
        if (((ulong)word & HasValues) != 0)
        {
            byte* values = MethodTable.Follow((byte*)slot + sizeof(int));
            System.SpanHelpers.Memmove(
                ref made[sizeof(nint)], ref *values, type->BaseSize - (2 * (nuint)sizeof(nint)));
        }

        *slot = (nint)made;
    }
}
