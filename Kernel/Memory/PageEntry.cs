using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// One entry of a page table at any of the four levels (Intel SDM vol. 3, 4.5.4 and tables 4-15 to 4-20).
/// </summary>
public readonly partial record struct PageEntry(ulong Bits)
{
    private const ulong AddressMask = 0x000F_FFFF_FFFF_F000;

    /// <summary>The entry translates; all other bits mean something only then.</summary>
    public const ulong Present = 1UL << 0;

    /// <summary>Writes are allowed below.</summary>
    public const ulong Writable = 1UL << 1;

    /// <summary>Ring 3 may use what is below.</summary>
    public const ulong User = 1UL << 2;

    /// <summary>With the default page attributes write-through; with the kernel's, write-combining.</summary>
    public const ulong WriteThrough = 1UL << 3;

    /// <summary>Reads and writes go past the caches.</summary>
    public const ulong CacheDisable = 1UL << 4;

    /// <summary>The processor has used the entry.</summary>
    public const ulong Accessed = 1UL << 5;

    /// <summary>The processor has written through the entry.</summary>
    public const ulong Dirty = 1UL << 6;

    /// <summary>In a directory or a directory-pointer table: the entry maps a page of 2 MiB or 1 GiB.</summary>
    public const ulong Large = 1UL << 7;

    /// <summary>The translation survives a change of CR3.</summary>
    public const ulong Global = 1UL << 8;

    /// <summary>In the entry of a 4 KiB page: the third bit that picks a page attribute.</summary>
    public const ulong SmallPageAttribute = 1UL << 7;

    /// <summary>In the entry of a larger page: the same.</summary>
    public const ulong LargePageAttribute = 1UL << 12;

    /// <summary>The page's protection key, where CR4.PKE is set; bits of nobody's otherwise.</summary>
    public const ulong ProtectionKey = 0xFUL << 59;

    /// <summary>No instruction is fetched from below.</summary>
    public const ulong NoExecute = 1UL << 63;

    /// <summary>The entry translates.</summary>
    public bool IsPresent => (Bits & Present) != 0;

    /// <summary>The entry maps a large page; asked above the last level only.</summary>
    public bool IsLarge => (Bits & Large) != 0;

    /// <summary>The frame of the table below or of the page.</summary>
    public PhysAddr Frame => new(Bits & AddressMask);

    /// <summary>An entry that points at a table; its page's own entry decides the rights.</summary>
    public static PageEntry ForTable(PhysAddr frame) => new(frame.Value | Present | Writable);

    /// <summary>
    /// A kernel page with these rights. Accessed and dirty are preset: the processor need not write them later.
    /// </summary>
    public static PageEntry ForKernelPage(PhysAddr frame, PageRights rights, PageSize size) =>
        new(frame.Value | Present | Accessed | Dirty | Global
            | (size == PageSize.Small ? 0 : Large)
            | ((rights & PageRights.Write) != 0 ? Writable : 0)
            | ((rights & PageRights.Execute) != 0 ? 0 : NoExecute)
            | ((rights & PageRights.Combine) != 0 ? WriteThrough : 0)
            | ((rights & PageRights.Uncached) != 0 ? CacheDisable | WriteThrough : 0));
}
