namespace Kernel.Diagnostics;

/// <summary>Where a function's caller is found, at one of its instructions.</summary>
/// <param name="Kind">What kind of frame it is; the rest says something of calls only.</param>
/// <param name="FromBp">The canonical frame address counts from rbp, and not from rsp.</param>
/// <param name="CfaSlots">How far it lies above that register, in eight-byte slots.</param>
/// <param name="BpSlot">How far below it the caller's rbp is saved, in eight-byte slots; 0 where rbp still holds
/// it.</param>
internal readonly record struct FrameRule(FrameKind Kind, bool FromBp, uint CfaSlots, uint BpSlot)
{
    /// <summary>Nothing is known.</summary>
    public static FrameRule Unknown => default;

    /// <summary>A trap frame lies on top of the stack.</summary>
    public static FrameRule Trap => new(FrameKind.Trap, false, 0, 0);
}
