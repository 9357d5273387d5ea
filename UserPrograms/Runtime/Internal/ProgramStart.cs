using System;
using System.Runtime;
using Internal.Runtime.CompilerHelpers;
using Kernel.Abi;

namespace Internal.Runtime;

/// <summary>Before the first line of Main: what the kernel told, and static fields.</summary>
internal static unsafe class ProgramStart
{
    private const ulong StackAlignment = 1 << 16;

    /// <summary>Entered by start.asm with the registers that a program begins with.</summary>
    [RuntimeExport("OnStart")]
    internal static void OnStart(
        byte* arguments, ulong length, uint parent, ulong* modules, ulong given01, ulong given23)
    {
        ulong stack = (ulong)&length;
        OwnStack.Top = (stack + StackAlignment - 1) & ~(StackAlignment - 1);
        StartupCodeHelpers.SetArguments(arguments, length);
        StaticFields.Prepare((byte*)*modules);
        Environment.Parent = new Handle(parent);
        Environment.Given = new ReceivedHandles(given01, given23);
    }
}
