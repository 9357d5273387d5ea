namespace Kernel.Simulation;

/// <summary>
/// What the control registers and CPUID say of paging (Intel SDM vol. 3, 4.1.3 and 4.1.4). As it comes, everything
/// that protects is on, and process-context identifiers are off.
/// </summary>
public sealed record PagingControls
{
    /// <summary>CR0.WP: read-only pages are read-only for the kernel, too.</summary>
    public bool WriteProtect { get; init; } = true;

    /// <summary>IA32_EFER.NXE: bit 63 of an entry forbids fetches; else it is reserved.</summary>
    public bool NoExecute { get; init; } = true;

    /// <summary>CR4.SMEP: the kernel does not execute user pages.</summary>
    public bool Smep { get; init; } = true;

    /// <summary>CR4.SMAP: the kernel reads and writes user pages only with EFLAGS.AC set.</summary>
    public bool Smap { get; init; } = true;

    /// <summary>CR4.PGE: translations with the global bit survive a change of CR3.</summary>
    public bool GlobalPages { get; init; } = true;

    /// <summary>CR4.PCIDE: CR3 holds a process-context identifier.</summary>
    public bool ProcessContexts { get; init; }

    /// <summary>
    /// EFER.TCE of AMD's processors: INVLPG drops of the paging-structure caches only what the address would use (AMD
    /// APM vol. 2, 3.1.7). A kernel that relies on "any address will do" must leave it off.
    /// </summary>
    public bool TranslationCacheExtension { get; init; }

    /// <summary>Entries at level 3 may map pages; else their bit 7 is reserved (CPUID 80000001H, EDX bit 26).</summary>
    public bool LevelThreePages { get; init; } = true;

    /// <summary>MAXPHYADDR: the bits of a physical address, 13 to 52; the entries' bits above are reserved.</summary>
    public int PhysicalBits { get; init; } = 46;

    /// <summary>
    /// INVLPG drops a large page's every fragment. Where not, it does so only while the tables still map the address
    /// by that large page: the narrowest reading of Intel SDM vol. 3, 4.10.4.1.
    /// </summary>
    public bool DropsWholeLargePages { get; init; } = true;
}
