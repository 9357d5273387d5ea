using System.Collections.Immutable;
using System.Linq;

namespace QemuTests.Crashes;

/// <summary>Every way to break, and what the kernel must say to it.</summary>
internal static class ExpectedCrashes
{
    private const string Source = "Tests/CrashImage/Crashes.cs";
    private const string Assembly = "Tests/CrashImage/crashes.asm";

    /// <summary>The calls at the outer end of each trace.</summary>
    private static ImmutableArray<ExpectedFrame> Outermost { get; } =
    [
        new("Kernel.Startup.RunTest", "Tests/CrashImage/Startup.RunTest.cs", "Crashes.Run(name);"),
        new("Kernel.Startup.Start", "Kernel/Startup.cs", "        RunTest();"),
        new("start_upper", "Boot/upper.asm", "call    kmain"),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<ExpectedCrash> All { get; } =
    [
        At("null-read",
            "page fault (#PF): the kernel tried to read a page that is not mapped, at 0x0000000000000008,"
                + " a null reference",
            "error code 0x0: P=0 not present, W=0 read, U=0 supervisor", Method("ReadNull", "ulong ReadNull(")),
        At("write-rodata", "page fault (#PF): the kernel tried to write to a page that is read-only, at 0x{rodata}",
            "error code 0x3: P=1 protection, W=1 write, U=0 supervisor",
            Method("WriteConstant", "MemoryMarshal.GetReference(constants)")),
        At("write-text", "page fault (#PF): the kernel tried to write to a page that is read-only, at 0x{text}",
            "error code 0x3: P=1 protection, W=1 write, U=0 supervisor", Method("WriteText", "void WriteText()")),
        At("execute-data", "page fault (#PF): the kernel tried to execute a page that holds no code, at 0x{data}",
            "error code 0x11: P=1 protection, W=0 read, U=0 supervisor, I=1 instruction fetch",
            Method("ExecuteData", "Unsafe.AsPointer(ref s_data))();")),
        // The trace is cut long before its outer end.
        new("stack-overflow", "stack overflow: the kernel stack ran into its guard page at 0x{guard_kernel}", null,
            [Method("Overflow", "ulong Overflow(")]),
        // No trace has more than 64 functions.
        new("deep-null-read",
            "page fault (#PF): the kernel tried to read a page that is not mapped, at 0x0000000000000008,"
                + " a null reference",
            "error code 0x0: P=0 not present, W=0 read, U=0 supervisor", [Method("Descend", "ulong Descend(")]),
        At("divide-by-zero", "divide error (#DE): a division by zero, or a quotient that does not fit",
            "vector 0, error code 0x0", Method("Divide", "int Divide(")),
        At("index-out-of-range", "an index lay outside its span", null,
            new("cpu_raise_panic", "Boot/cpu.asm", "int     0xff", LinesOn: 1),
            new("Kernel.Metal.Panic.Stop", "Kernel/Metal/Panic.cs", "Cpu.RaisePanic();"),
            new("Kernel.Metal.Panic.OnLanguageFault", "Kernel/Metal/Panic.cs", "Stop(fault switch"),
            new("System.ThrowHelpers.Fail", "Kernel/CoreLib/Runtime/ThrowHelpers.cs",
                "        OnLanguageFault(fault);"),
            new("Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowIndexOutOfRangeException",
                "Kernel/CoreLib/Runtime/CompilerThrowHelpers.cs", "ThrowIndexOutOfRangeException()"),
            Method("Pick", "byte Pick(")),
        At("invalid-opcode", "invalid opcode (#UD): the bytes at RIP are no instruction",
            "vector 6, error code 0x0", Label("crash_invalid_opcode", "ud2")),
        // The stack pointer is no address any more: nobody can tell who called.
        new("double-fault", "double fault (#DF): an exception while another was being delivered",
            "vector 8, error code 0x0",
            [Label("crash_double_fault", "push    rax")]),
        At("interrupt", "unexpected interrupt", "vector 64, error code 0x0",
            Interrupt("crash_interrupt", "int     0x40")),
        At("non-maskable", "non-maskable interrupt: the hardware reports a failure",
            "vector 2, error code 0x0", Interrupt("crash_non_maskable", "int     2")),
        At("machine-check", "machine check (#MC): the processor reports a hardware error",
            "vector 18, error code 0x0", Interrupt("crash_machine_check", "int     18")),
        At("general-protection", "general protection (#GP): a privilege or an address rule was broken",
            "vector 13, error code 0x0", Label("crash_general_protection", "mov     rax, [rax]")),
    ];

    /// <summary>The one of that name.</summary>
    public static ExpectedCrash Of(string name) => All.Single(crash => crash.Name == name);

    private static ExpectedCrash At(
        string name, string cause, string? details, params ImmutableArray<ExpectedFrame> innermost) =>
        new(name, cause, details, innermost.AddRange(Outermost));

    private static ExpectedFrame Method(string name, string statement) =>
        new($"Kernel.Crashes.{name}", Source, statement);

    private static ExpectedFrame Label(string name, string statement) => new(name, Assembly, statement);

    // An interrupt is taken behind its instruction, where a fault is taken at it.
    private static ExpectedFrame Interrupt(string name, string statement) => new(name, Assembly, statement, LinesOn: 1);
}
