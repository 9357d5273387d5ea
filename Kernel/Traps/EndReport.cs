using System;
using Kernel.Abi;
using Kernel.Console;
using Kernel.Diagnostics;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Text;
using Kernel.Units;

namespace Kernel.Traps;

/// <summary>
/// What the console shows of a program that has broken a rule: what it did, and the functions that led there, as far
/// as its own symbols tell. Neither symbols nor stack are trusted: what is wrong in them ends the trace, or puts wrong
/// names into it.
/// </summary>
internal static class EndReport
{
    /// <summary>The most functions of a trace; a recursion without end would fill the screen.</summary>
    internal const int MostFunctions = 16;

    /// <summary>
    /// Writes the whole report about the current task; <paramref name="faultAddress"/> is CR2, and means something
    /// after page faults only. <paramref name="cause"/> is what <see cref="ProgramFaults"/> found.
    /// </summary>
    internal static void Write(ref Core core, in TrapFrame frame, VirtAddr faultAddress, EndCause cause)
    {
        var vector = (TrapVector)frame.Vector;
        uint task = core.Current.Frame.Number;
        Log.Error($"task {task}, {core.CurrentName}, is ended: {TrapNames.Describe(vector)}");
        if (vector == TrapVector.PageFault)
        {
            var code = new PageFaultCode(frame.ErrorCode);
            ReadOnlySpan<byte> page = cause == EndCause.OutOfMemory ? "a page that there is no memory for"u8 : code.Cause;
            Log.Error($"  it tried to {code.Access} {page}, at {faultAddress}");
        }

        Log.Error($"  RIP {frame.Rip:x16}  RSP {frame.Rsp:x16}  error code {frame.ErrorCode:x}");
        WriteTrace(in frame, new SymbolTable(core.CurrentSymbols), new UserStack(in core.Current.Task.Space));
    }

    // What no symbol knows is not known to be a function: the trace ends before it.
    private static void WriteTrace(in TrapFrame frame, SymbolTable symbols, UserStack stack)
    {
        ulong? top = stack.TryRead(new VirtAddr(frame.Rsp), out ulong word) ? word : null;
        StackFrame first = Trace.Begin(in frame, symbols, top);
        var trace = new StackTrace<UserStack>(symbols, first, TrapFrame.Shape, stack);
        PanicSpace space = default;
        int left = MostFunctions;
        var text = new TextBuffer(space);
        while (trace.MoveNext(out StackFrame at) && Trace.Describe(ref text, symbols, in at))
        {
            Log.Error($"{(left == 0 ? "  and so on"u8 : text.Text)}");
            if (left == 0)
            {
                return;
            }

            left--;
            text = new TextBuffer(space);
        }
    }
}
