using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>A call and its arguments.</summary>
/// <param name="Call">Which one.</param>
/// <param name="Rdi">RDI.</param>
/// <param name="Rsi">RSI.</param>
/// <param name="Rdx">RDX.</param>
/// <param name="R10">R10.</param>
/// <param name="R8">R8.</param>
/// <param name="R9">R9.</param>
internal readonly record struct CallArguments(
    SystemCall Call, ulong Rdi = 0, ulong Rsi = 0, ulong Rdx = 0, ulong R10 = 0, ulong R8 = 0, ulong R9 = 0)
{
    private const ulong Fresh = 0x6300_0000;

    /// <summary>The registers for it, and a pattern in all others.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static RegisterFile Of(CallArguments arguments)
    {
        RegisterFile registers = RegisterFile.Filled(RegisterCases.Own);
        registers[Register.Rax] = (ulong)arguments.Call;
        registers[Register.Rdi] = arguments.Rdi;
        registers[Register.Rsi] = arguments.Rsi;
        registers[Register.Rdx] = arguments.Rdx;
        registers[Register.R10] = arguments.R10;
        registers[Register.R8] = arguments.R8;
        registers[Register.R9] = arguments.R9;
        return registers;
    }

    /// <summary>A call that concerns nobody else.</summary>
    internal static CallArguments Alone(string how) => how switch
    {
        "nothing" => new(SystemCall.Nothing),
        "yield" => new(SystemCall.Yield),
        "wait that is refused" => new(SystemCall.Wait, uint.MaxValue),
        "count" => new(SystemCall.Count, (ulong)Counter.Ticks),
        "sleep" => new(SystemCall.Sleep, 1),
        "sleep for no time" => new(SystemCall.Sleep),
        "query" => new(SystemCall.Query, Scratch.Writable),
        "print" => new(SystemCall.Print, Scratch.Writable, 0),
        "map" => new(SystemCall.Map, Fresh, Scratch.Page, 1),
        "unmap" => new(SystemCall.Unmap, Scratch.Writable, Scratch.Page),
        "protect" => new(SystemCall.Protect, Scratch.Writable, Scratch.Page),
        "spawn that is refused" => new(SystemCall.Spawn, Scratch.Writable, 6),
        "execute that is refused" => new(SystemCall.Execute, Scratch.Writable, 6),
        "send that is refused" => new(SystemCall.Send, uint.MaxValue, 32),
        "reply that is refused" => new(SystemCall.Reply, ulong.MaxValue, 32),
        _ => new((SystemCall)int.MaxValue),
    };

    /// <summary>A message to a task that echoes.</summary>
    internal static CallArguments Sending(string how, Handle echo)
    {
        ulong length = how is "send 0 bytes" ? 0UL : how is "send 100 bytes" ? 100UL : 32UL;
        int handles = how is "send a handle" ? 1 : 0;
        return new CallArguments(
            SystemCall.Send, echo.Value, new MessageInfo(length, handles).Bits, Scratch.Writable, Scratch.Writable,
            Scratch.Page, handles == 0 ? RegisterCases.Own : echo.Value);
    }
}
