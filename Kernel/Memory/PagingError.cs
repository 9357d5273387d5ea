namespace Kernel.Memory;

/// <summary>Why an operation on an address space was refused. Nothing has changed then.</summary>
public enum PagingError
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>The caller's: a start or a length is not a multiple of the page size.</summary>
    NotAligned,

    /// <summary>The caller's: a length of zero.</summary>
    EmptyRange,

    /// <summary>
    /// The caller's: some of it lies outside the user half, in its first or its last page, or beyond the end of
    /// addresses.
    /// </summary>
    OutsideUserSpace,

    /// <summary>The caller's: pages are never writable and executable at once.</summary>
    WritableAndExecutable,

    /// <summary>The caller's: rights that pages of programs cannot have.</summary>
    RightsNotSupported,

    /// <summary>The caller's: a kind that pages cannot be mapped as; <see cref="RegionKind.Guard"/> is one.</summary>
    KindNotSupported,

    /// <summary>The caller's: something is mapped there already.</summary>
    AlreadyMapped,

    /// <summary>The caller's: nothing is mapped in some of it.</summary>
    NotMapped,

    /// <summary>The caller's: source and target overlap.</summary>
    Overlap,

    /// <summary>The caller's: the pages there do not make a larger one.</summary>
    NotMergeable,

    /// <summary>The owner's of the space that would grow: it would be charged more than its quota.</summary>
    QuotaExceeded,

    /// <summary>Nobody's: there is no memory.</summary>
    OutOfMemory,
}
