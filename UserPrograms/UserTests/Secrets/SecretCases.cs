using System.Runtime.InteropServices;

namespace UserPrograms;

/// <summary>One task has a secret. Another one looks for it, again and again, in all that it can see.</summary>
internal static class SecretCases
{
    private const ulong Buffer = 0x6800_0000;
    private const int BufferPages = 16;

    // What takes longer than a call is done less often.
    private const int LongPart = 20;
    private const int TickPart = 20_000;

    /// <summary>Runs one, with about twice so many switches between the two, or a part of that.</summary>
    internal static void Do(string how, int rounds)
    {
        Handle keeper = how == "in pages of the dead" ? Handle.None : Peer.StartWaiting(() => SecretKeeper.Run(how));
        int count = how switch
        {
            "over yields" or "over short messages" => rounds,
            "over ticks" => 2 + (rounds / TickPart),
            _ => rounds / LongPart,
        };
        for (int i = 0; i < count; i++)
        {
            Look(how, keeper);
        }

        if (!keeper.IsNone)
        {
            Peer.End(keeper);
        }
    }

    private static void Look(string how, Handle keeper)
    {
        switch (how)
        {
            case "over yields":
                LookAtRegisters(new CallArguments(SystemCall.Yield));
                break;
            case "over short messages":
                LookAtRegisters(new CallArguments(SystemCall.Send, keeper.Value));
                break;
            case "over long messages":
                LookAtReply(keeper);
                break;
            case "over ticks":
                RegisterFile registers = Empty();
                Crossing.Spin(ref registers);
                Judge(ref registers);
                break;
            case "in pages that were given back":
                LookAtNewPages();
                Check.Done(Call.Yield(), "yield");
                break;
            default:
                Check.EndsWell(Peer.Start(() => SecretKeeper.Run(how)), "the keeper");
                LookAtNewPages();
                break;
        }
    }

    private static void LookAtRegisters(CallArguments arguments)
    {
        RegisterFile registers = Empty();
        registers[Register.Rax] = (ulong)arguments.Call;
        registers[Register.Rdi] = arguments.Rdi;
        registers[Register.Rdx] = arguments.Rdx;
        registers[Register.R8] = arguments.R8;
        Crossing.Call(ref registers);
        Check.Done(Raw.ErrorIn(in registers), "the call");
        Judge(ref registers);
    }

    // The keeper's pages lie as the buffer does: one of the two can be lent, and the other cannot.
    private static void LookAtReply(Handle keeper)
    {
        Span<ulong> buffer = Map();
        LookAtRegisters(new CallArguments(
            SystemCall.Send, keeper.Value, Rdx: Buffer, R8: BufferPages * Scratch.Page));
        Secret.ExpectNone(buffer, "the reply's buffer");
        Unmap();
    }

    private static void LookAtNewPages()
    {
        Secret.ExpectNone(Map(), "a new page");
        Unmap();
    }

    private static Span<ulong> Map()
    {
        Check.Done(Call.Map(Buffer, BufferPages * (int)Scratch.Page, out Span<byte> bytes), "map");
        return MemoryMarshal.Cast<byte, ulong>(bytes);
    }

    private static void Unmap() => Check.Done(Call.Unmap(Buffer, BufferPages * Scratch.Page), "unmap");

    private static RegisterFile Empty()
    {
        RegisterFile registers = default;
        registers.All[RegisterFile.Flags] = RegisterFile.PlainFlags;
        return registers;
    }

    private static void Judge(ref RegisterFile registers)
    {
        if (HighHalves.AreThere)
        {
            Span<ulong> high = stackalloc ulong[HighHalves.Words];
            HighHalves.Read(high);
            Secret.ExpectNone(high, "the upper half of a vector register");
        }

        Secret.ExpectNone(registers.All, "a register");
    }
}
