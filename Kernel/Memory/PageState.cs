namespace Kernel.Memory;

/// <summary>How something is mapped.</summary>
public enum PageState
{
    /// <summary>Nothing is.</summary>
    Unmapped,

    /// <summary>Nothing is, and nothing comes: the page guards a stack.</summary>
    Guard,

    /// <summary>A page of zeros comes when it is touched.</summary>
    Reserved,

    /// <summary>A page is there; a write would have to see to its owners first, or is not allowed.</summary>
    Present,

    /// <summary>A page is there, and the processor may write to it.</summary>
    Writable,
}
