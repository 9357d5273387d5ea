using System;

namespace Kernel.Traps;

/// <summary>Traps in words.</summary>
public static class TrapNames
{
    /// <summary>What has happened, in words; for vectors that no processor uses, that it came unexpected.</summary>
    public static ReadOnlySpan<byte> Describe(TrapVector vector) => vector switch
    {
        TrapVector.DivideError => "divide error (#DE): a division by zero, or a quotient that does not fit"u8,
        TrapVector.Debug => "debug exception (#DB)"u8,
        TrapVector.NonMaskableInterrupt => "non-maskable interrupt: the hardware reports a failure"u8,
        TrapVector.Breakpoint => "breakpoint (#BP): an INT3 instruction"u8,
        TrapVector.Overflow => "overflow (#OF)"u8,
        TrapVector.BoundRange => "bound range exceeded (#BR)"u8,
        TrapVector.InvalidOpcode => "invalid opcode (#UD): the bytes at RIP are no instruction"u8,
        TrapVector.NoFloatingPoint => "device not available (#NM): floating point is switched off"u8,
        TrapVector.DoubleFault => "double fault (#DF): an exception while another was being delivered"u8,
        TrapVector.InvalidTaskState => "invalid task state segment (#TS)"u8,
        TrapVector.SegmentNotPresent => "segment not present (#NP)"u8,
        TrapVector.StackSegment => "stack-segment fault (#SS)"u8,
        TrapVector.GeneralProtection => "general protection (#GP): a privilege or an address rule was broken"u8,
        TrapVector.PageFault => "page fault (#PF)"u8,
        TrapVector.FloatingPoint => "x87 floating-point error (#MF)"u8,
        TrapVector.AlignmentCheck => "alignment check (#AC)"u8,
        TrapVector.MachineCheck => "machine check (#MC): the processor reports a hardware error"u8,
        TrapVector.VectorFloatingPoint => "SIMD floating-point exception (#XM)"u8,
        TrapVector.Virtualization => "virtualization exception (#VE)"u8,
        TrapVector.ControlProtection => "control protection (#CP)"u8,
        _ => "unexpected interrupt"u8,
    };
}
