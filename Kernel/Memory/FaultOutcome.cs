namespace Kernel.Memory;

/// <summary>
/// What becomes of a page fault: up to <see cref="StackGrown"/> the instruction is tried again; from
/// <see cref="NotMapped"/> on it is refused. docs/05-fault-outcomes.md has the tables that tell which.
/// </summary>
public enum FaultOutcome
{
    /// <summary>The tables allow the access already: the processor remembered less.</summary>
    Spurious = 0,

    /// <summary>A page of zeros is there now.</summary>
    DemandZero,

    /// <summary>The page was shared; this space has its own copy now.</summary>
    Copied,

    /// <summary>The page was shared once and is not any more: it is writable now.</summary>
    MadeWritable,

    /// <summary>A stack has one page more.</summary>
    StackGrown,

    /// <summary>Nothing is mapped there.</summary>
    NotMapped,

    /// <summary>The page guards the end of a stack.</summary>
    StackOverflow,

    /// <summary>A write to what may only be read.</summary>
    NotWritable,

    /// <summary>A fetch from what may not be executed.</summary>
    NotExecutable,

    /// <summary>The address is not one of the user half that can be mapped.</summary>
    OutsideUserSpace,

    /// <summary>The page's protection key forbids the access; the kernel gives none out.</summary>
    ProtectionKey,

    /// <summary>A shadow-stack access; the kernel has none.</summary>
    ShadowStack,

    /// <summary>An access that breaks a rule of SGX; the kernel has no enclaves.</summary>
    Enclave,

    /// <summary>An error code that the manuals do not explain, such as a fetch that writes.</summary>
    Unexplained,

    /// <summary>Nobody's fault: memory is short. It cannot happen while the charges fit into memory.</summary>
    OutOfMemory,

    /// <summary>A bug of the kernel's: a reserved bit is set in a table.</summary>
    ReservedBit,

    /// <summary>A bug of the kernel's: it was in ring 0 when it faulted.</summary>
    KernelFault,
}
