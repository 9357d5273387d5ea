namespace Kernel.Diagnostics;

/// <summary>How to go from a function's frame to its caller's.</summary>
internal enum FrameKind : byte
{
    /// <summary>Nothing is known: the trace ends here.</summary>
    Unknown,

    /// <summary>A trap frame lies on top of the stack.</summary>
    Trap,

    /// <summary>The canonical frame address counts from a register (DWARF 5, 6.4.1).</summary>
    Call,
}
