namespace Kernel.Memory;

/// <summary>What a page is for, as whoever mapped it said; page table entries carry it in their software bits.</summary>
public enum RegionKind
{
    /// <summary>A program's instructions.</summary>
    Code = 1,

    /// <summary>A program's constants and variables.</summary>
    Data = 2,

    /// <summary>A stack, which grows when it is touched.</summary>
    Stack = 3,

    /// <summary>Memory that a program asked for.</summary>
    Anonymous = 4,

    /// <summary>A page below a stack: nothing is ever mapped here, so that a stack that is too deep is found.</summary>
    Guard = 5,
}
