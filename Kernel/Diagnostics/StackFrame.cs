using Kernel.Units;

namespace Kernel.Diagnostics;

/// <summary>One function under way: the registers that tell who called it.</summary>
/// <param name="Pc">The instruction pointer: where the function is, or where it goes on after the call that it
/// made.</param>
/// <param name="Sp">rsp, as it is at that instruction.</param>
/// <param name="Bp">rbp, as it is at that instruction; any value.</param>
/// <param name="IsReturn">The function made a call, and <paramref name="Pc"/> is that call's return address.</param>
public readonly record struct StackFrame(VirtAddr Pc, VirtAddr Sp, ulong Bp, bool IsReturn)
{
    /// <summary>
    /// An address in the instruction that the function is at: the call's last byte, for a call that never
    /// returns may be the last instruction of its function.
    /// </summary>
    public VirtAddr Instruction => IsReturn ? new VirtAddr(Pc.Value - 1) : Pc;

    /// <summary>The frame of an instruction that a trap interrupted.</summary>
    public static StackFrame AtInstruction(VirtAddr pc, VirtAddr sp, ulong bp) => new(pc, sp, bp, false);

    /// <summary>The frame of a function that made a call; <paramref name="sp"/> is rsp after its return.</summary>
    public static StackFrame AtCall(VirtAddr returnAddress, VirtAddr sp, ulong bp) => new(returnAddress, sp, bp, true);
}
