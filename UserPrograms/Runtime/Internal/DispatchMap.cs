namespace Internal.Runtime;

/// <summary>
/// Which virtual methods of a type stand for its interfaces' methods; the entries follow, first the type's own ones and
/// then those that interfaces bring with them.
/// </summary>
internal unsafe struct DispatchMap
{
    private readonly ushort _own;
    private readonly ushort _defaults;
    private readonly ushort _ownStatic;
    private readonly ushort _defaultStatic;

    /// <summary>The number of entries.</summary>
    internal readonly int Count => _own + _defaults;

    /// <summary>One of the entries.</summary>
    internal static DispatchEntry* EntryAt(DispatchMap* map, int index) => (DispatchEntry*)(map + 1) + index;
}
