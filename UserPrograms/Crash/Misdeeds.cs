using System.Runtime;
using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>What no C# says: misdeeds.asm has the code.</summary>
internal static class Misdeeds
{
    private const int DivideError = 0;
    private const int InvalidOpcode = 6;
    private const int StackSegment = 12;
    private const int GeneralProtection = 13;
    private const int PageFault = 14;

    /// <summary>All of them, in the order of misdeeds.asm.</summary>
    internal static readonly Misdeed[] All =
    [
        new("halt", GeneralProtection),
        new("switch off", GeneralProtection),
        new("switch on", GeneralProtection),
        new("read port", GeneralProtection),
        new("write port", GeneralProtection),
        new("load tables", GeneralProtection),
        new("read control", GeneralProtection),
        new("write msr", GeneralProtection),
        new("read msr", GeneralProtection),
        new("invalidate", GeneralProtection),
        new("load gdt", GeneralProtection),
        new("load idt", GeneralProtection),
        new("load task", GeneralProtection),
        new("swap gs", GeneralProtection),
        new("return far", GeneralProtection),
        new("return to the kernel", GeneralProtection, PageFault),
        new("return to its stack", GeneralProtection, PageFault),
        new("return to null", GeneralProtection, PageFault),
        new("return to a null stack", GeneralProtection, PageFault),
        new("return to data", GeneralProtection, PageFault),
        new("return to code as stack", GeneralProtection, PageFault),
        new("return to a task", GeneralProtection, PageFault),
        new("return to no table", GeneralProtection, PageFault),
        new("return behind the table", GeneralProtection, PageFault),
        new("return to the last byte", PageFault),
        new("return not canonical", GeneralProtection, PageFault),
        new("local segment", GeneralProtection),
        new("call without a stack", StackSegment, GeneralProtection),
        new("undefined", InvalidOpcode),
        new("breakpoint", GeneralProtection),
        new("own interrupt", GeneralProtection),
        new("debug register", GeneralProtection),
        new("divide", DivideError),
        new("null read", PageFault),
        new("null call", PageFault),
        new("kernel read", PageFault),
        new("kernel write", PageFault),
        new("kernel jump", PageFault),
        new("not canonical", GeneralProtection),
        new("text write", PageFault),
        new("constant write", PageFault),
        new("stack run", PageFault),
        new("stack overflow", PageFault),
        new("for ever", Misdeed.Never),
    ];

    /// <summary>Does one of them.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("do_misdeed")]
    internal static extern void Do(ulong which);
}
