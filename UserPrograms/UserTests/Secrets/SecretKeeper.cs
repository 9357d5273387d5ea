using System.Runtime.InteropServices;

namespace UserPrograms;

/// <summary>The task that has the secret: in every register that tells the kernel nothing, and in its memory.</summary>
internal static class SecretKeeper
{
    /// <summary>The bytes of its long replies, all zeros. Secrets lie behind them, in the same page.</summary>
    internal const ulong ReplyLength = Scratch.Page + 104;

    private const ulong Reply = 0x6600_0000;
    private const int ReplyPages = 2;
    private const ulong Kept = 0x6700_0000;
    private const int KeptPages = 8;

    /// <summary>What it does while another one looks; but for the last, for ever.</summary>
    internal static void Run(string how)
    {
        switch (how)
        {
            case "over yields":
                Yield();
                break;
            case "over short messages":
                Serve(0);
                break;
            case "over long messages":
                Serve(ReplyLength);
                break;
            case "over ticks":
                Spin();
                break;
            case "in pages that were given back":
                GiveBack();
                break;
            default:
                FillPages(Kept, KeptPages);
                break;
        }
    }

    private static void Yield()
    {
        while (true)
        {
            RegisterFile registers = Filled(new CallArguments(SystemCall.Yield));
            Crossing.Call(ref registers);
        }
    }

    private static void Serve(ulong length)
    {
        FillPages(Reply, ReplyPages)[..((int)length / sizeof(ulong))].Clear();
        ulong sender = 0;
        while (true)
        {
            ulong info = new MessageInfo(sender == 0 ? 0 : length, 0).Bits;
            RegisterFile registers = Filled(new CallArguments(SystemCall.ReplyReceive, sender, info, Reply, Reply));

            // The first two are the message, where it is short, all 32 bytes.
            registers.All.Slice(RegisterFile.Vectors, 4).Clear();
            Crossing.Call(ref registers);
            Check.Done(Raw.ErrorIn(in registers), "reply and receive");
            sender = registers[Register.Rdx];
        }
    }

    private static void Spin()
    {
        while (true)
        {
            RegisterFile registers = Filled(default);
            Crossing.Spin(ref registers);
        }
    }

    private static void GiveBack()
    {
        while (true)
        {
            _ = FillPages(Kept, KeptPages);
            Check.Done(Call.Unmap(Kept, KeptPages * Scratch.Page), "unmap");
            Check.Done(Call.Yield(), "yield");
        }
    }

    private static Span<ulong> FillPages(ulong at, int pages)
    {
        Check.Done(Call.Map(at, pages * (int)Scratch.Page, out Span<byte> bytes), "map");
        Span<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        Secret.Fill(words);
        return words;
    }

    private static RegisterFile Filled(CallArguments arguments)
    {
        RegisterFile registers = default;
        Secret.Fill(registers.All);
        registers[Register.Rax] = (ulong)arguments.Call;
        if (arguments.Call == SystemCall.ReplyReceive)
        {
            registers[Register.Rdi] = arguments.Rdi;
            registers[Register.Rsi] = arguments.Rsi;
            registers[Register.Rdx] = arguments.Rdx;
            registers[Register.R10] = arguments.R10;
            registers[Register.R8] = 0;
        }

        registers.All[RegisterFile.Flags] = RegisterFile.PlainFlags;
        if (HighHalves.AreThere)
        {
            HighHalves.Fill();
        }

        return registers;
    }
}
