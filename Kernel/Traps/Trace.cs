using Kernel.Diagnostics;
using Kernel.Text;
using Kernel.Units;

namespace Kernel.Traps;

/// <summary>The stack trace of a trap, in words.</summary>
internal static class Trace
{
    /// <summary>
    /// Where it begins: the function that the trap interrupted. Where a call went to something that is no function, its
    /// return address is <paramref name="top"/>, what lies on top of the stack if that can be read, and the caller is
    /// the first.
    /// </summary>
    internal static StackFrame Begin(in TrapFrame frame, SymbolTable symbols, ulong? top)
    {
        PanicSpace name = default;
        var pc = new VirtAddr(frame.Rip);
        var sp = new VirtAddr(frame.Rsp);
        return top is { } caller && !symbols.TryFind(pc, name, out _)
            ? StackFrame.AtCall(new VirtAddr(caller), sp + new ByteCount(sizeof(ulong)), frame.Rbp)
            : StackFrame.AtInstruction(pc, sp, frame.Rbp);
    }

    /// <summary>
    /// Adds what a frame is: <c>at NAME in FILE:LINE  [ADDRESS]</c>, without the file where there is none. False, and
    /// the address alone, where no symbol has it.
    /// </summary>
    internal static bool Describe(ref TextBuffer text, SymbolTable symbols, in StackFrame at)
    {
        PanicSpace names = default;
        text.Append("  at "u8);
        if (!symbols.TryFind(at.Instruction, names, out Symbol symbol))
        {
            text.Append(at.Pc);
            return false;
        }

        text.Append(symbol.Name);
        if (!symbol.File.IsEmpty)
        {
            text.Append(" in "u8);
            text.Append(symbol.File);
            text.Append(':');
            text.AppendDecimal((ulong)symbol.Line);
        }

        text.Append("  ["u8);
        text.Append(at.Pc);
        text.Append(']');
        return true;
    }
}
