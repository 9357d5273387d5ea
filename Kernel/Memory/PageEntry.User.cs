using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>
/// Entries of address spaces, and what the kernel keeps in the bits that are software's (Intel SDM vol. 3, table 4-20):
/// bit 9, 52 to 54 and 55 to 56. An entry that is not present, and not all zeros, is a page to come or a guard.
/// </content>
public readonly partial record struct PageEntry
{
    /// <summary>Writes are allowed, but what is below is shared: the writer gets a copy first.</summary>
    public const ulong CopyOnWrite = 1UL << MarkBit;

    private const int WritableBit = 1;
    private const int MarkBit = 9;
    private const int KindShift = 52;
    private const int LevelShift = 55;
    private const ulong KindMask = 7UL << KindShift;
    private const ulong Open = Present | Writable | User | Accessed;

    /// <summary>Whether there is nothing at all.</summary>
    public bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Bits == 0;
    }

    /// <summary>Nothing, and nothing comes when it is touched.</summary>
    public bool IsGuard
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Bits & (Present | KindMask)) == Guard.Bits;
    }

    /// <summary>Writes are allowed, at once or after a copy.</summary>
    public bool MayWrite
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Bits & (Writable | CopyOnWrite)) != 0;
    }

    /// <summary>A page that may be written, but perhaps has other owners.</summary>
    public bool IsCopyOnWrite
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Bits & (Present | CopyOnWrite)) == (Present | CopyOnWrite);
    }

    /// <summary>Writes are allowed at once: what is below belongs to this entry alone.</summary>
    public bool IsWritable
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Bits & Writable) != 0;
    }

    /// <summary>What a page or a page to come is for; means nothing in an entry that points at a table.</summary>
    public RegionKind Kind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (RegionKind)((Bits & KindMask) >> KindShift);
    }

    /// <summary>The level of the table that an entry for a page stands in, 1 to 3; it tells the page's size.</summary>
    public int PageLevel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ((int)(Bits >> LevelShift) & 3) + 1;
    }

    /// <summary>The frame of the table below, or the first one of the page.</summary>
    public Frame Target
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new((uint)(Bits >> Units.Frame.Shift));
    }

    /// <summary>The rights that this entry gives, the others on its path aside.</summary>
    public PageRights Rights
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (MayWrite ? PageRights.Write : PageRights.Read)
            | ((Bits & NoExecute) == 0 ? PageRights.Execute : PageRights.Read);
    }

    /// <summary>
    /// The same for an entry whose child has a second owner now: not writable, but copied on write.
    /// </summary>
    public PageEntry Shared
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ulong writable = Bits & Writable;
            return new(Bits ^ writable | writable << (MarkBit - WritableBit));
        }
    }

    /// <summary>The same for an entry whose child has no other owner any more: writable, if writes are allowed.</summary>
    public PageEntry Sole
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new((Bits & ~CopyOnWrite) | (Bits & CopyOnWrite) >> (MarkBit - WritableBit));
    }

    /// <summary>Whether an entry above the lowest level points at a table.</summary>
    public bool IsTableAbovePages
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Bits & (Present | Large)) == Present;
    }

    /// <summary>
    /// Whether an entry above the lowest level points at a table that has no other owner, and takes no right away: a
    /// writable one never forbids execution.
    /// </summary>
    public bool IsOpenTable
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ((uint)Bits & (uint)(Present | Writable | Large)) == (uint)(Present | Writable);
    }

    /// <summary>Whether an entry at this level points at a table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsTable(int level) => level > 1 && IsTableAbovePages;

    /// <summary>An entry that points at a table of this space alone and takes no right away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PageEntry ForUserTable(Frame table) => new(table.Address.Value | Open);

    /// <summary>A page of this space alone, whose entry stands at <paramref name="level"/>, 1 to 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PageEntry ForUserPage(Frame first, RegionKind kind, PageRights rights, int level) => new(
        Reserved(kind, rights, level).Sole.Bits
        | first.Address.Value | Present | User | Accessed | Dirty | (level > 1 ? Large : 0));

    /// <summary>A page of zeros to come, whose entry stands at <paramref name="level"/>, 1 to 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PageEntry Reserved(RegionKind kind, PageRights rights, int level) => new(
        (ulong)kind << KindShift
        | (ulong)(level - 1) << LevelShift
        | ((rights & PageRights.Write) != 0 ? CopyOnWrite : 0)
        | ((rights & PageRights.Execute) != 0 ? 0 : NoExecute));

    /// <summary>Nothing, and nothing is ever mapped here.</summary>
    public static PageEntry Guard => new((ulong)RegionKind.Guard << KindShift);

    /// <summary>A page to come that has come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PageEntry Filled(Frame page) =>
        new(Sole.Bits | page.Address.Value | Present | User | Accessed | Dirty);

    /// <summary>Whether both point at the same page or table, where both point at something.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool HasTargetOf(PageEntry other) => ((Bits ^ other.Bits) & AddressMask) == 0;

    /// <summary>The same with another page or table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PageEntry WithTarget(Frame target) => new((Bits & ~AddressMask) | target.Address.Value);

    /// <summary>
    /// The same with these rights for a page; where a write is new, the writer settles first whether it is the owner.
    /// </summary>
    public PageEntry WithRights(PageRights rights)
    {
        ulong write = (rights & PageRights.Write) == 0 ? 0 : IsWritable ? Writable : CopyOnWrite;
        ulong execute = (rights & PageRights.Execute) != 0 ? 0 : NoExecute;
        return new((Bits & ~(Writable | CopyOnWrite | NoExecute)) | write | execute);
    }

    /// <summary>
    /// Whether the processor could do something by <paramref name="former"/> that it cannot by this one.
    /// </summary>
    public bool Withholds(PageEntry former) =>
        (former.Bits & ~Bits & Writable) != 0 || (Bits & ~former.Bits & NoExecute) != 0;

    /// <summary>The same without the rights that are not allowed; nothing stays nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PageEntry Within(RightsMask allowed) => IsEmpty ? this : WithinFilled(allowed);

    /// <summary>The same, where there is something.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PageEntry WithinFilled(RightsMask allowed) => new((Bits & allowed.Kept) | allowed.Set);

    /// <summary>
    /// What an entry at a lower level says of a part of this one's page, or of its pages to come: the part that begins
    /// with <paramref name="first"/>, which means something for a page only.
    /// </summary>
    public PageEntry Part(int level, Frame first)
    {
        ulong bits = (Bits & ~(3UL << LevelShift)) | (ulong)(level - 1) << LevelShift;
        return !IsPresent ? new(bits) : new PageEntry(level == 1 ? bits & ~Large : bits).WithTarget(first);
    }

    /// <summary>The entry of a larger page that begins with this one's.</summary>
    public PageEntry Whole(int level) =>
        new((Bits & ~(3UL << LevelShift)) | (ulong)(level - 1) << LevelShift | Large);

    /// <summary>The same bits. Written out, because the compiler's own would call a comparer each time.</summary>
    public bool Equals(PageEntry other) => Bits == other.Bits;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Bits ^ (int)(Bits >> 32);
}
