using System.Runtime.InteropServices;

namespace UserPrograms;

/// <summary>
/// Programs to start. Of those that there are it starts only this one, which ends at once where it is not the first
/// program: no task is left that nobody knows of.
/// </summary>
internal static class Names
{
    private const int ArgumentsAt = 256;
    private const int OptionsAt = 2048;
    private const int OptionsStep = 64;

    /// <summary>Puts names, arguments and options where tasks find them.</summary>
    internal static void Make()
    {
        Call.Map(Places.Names, (int)Places.Page, out Span<byte> bytes).OrFail("map names");
        "fuzz"u8.CopyTo(bytes);
        "data.txt"u8.CopyTo(bytes[16..]);
        "nobody"u8.CopyTo(bytes[32..]);
        bytes[ArgumentsAt..OptionsAt].Fill((byte)'a');
        for (int i = 0; i < (int)(Places.Page - OptionsAt) / OptionsStep; i++)
        {
            Span<byte> place = bytes[(OptionsAt + (i * OptionsStep))..];
            Span<SpawnOptions> options = MemoryMarshal.Cast<byte, SpawnOptions>(place);
            options[0].Frames = (ulong)(i & 3) * 300;
            options[0].Tasks = (uint)(i >> 2 & 3);
            options[0].PriorityPlusOne = (uint)(i >> 1 & 7);
            options[0].Gift0 = new HandleGift((uint)i % 5);
            options[0].Reserved = i == 7 ? 1UL : 0;
        }
    }

    /// <summary>Registers to start one, which the caller has or has not the right to.</summary>
    internal static void Fill(ref CallFrame frame, ref Dice dice, Known known)
    {
        ulong which = dice.Below(8);
        frame.Rdi = Places.Names + (which < 2 ? (which + 1) * 16 : 0);
        frame.Rsi = which switch
        {
            0 => 8,
            1 => 6,
            2 => dice.Below(70),
            _ => 4,
        };
        frame.Rdx = Places.Names + ArgumentsAt + dice.Below(Places.Page);
        frame.R10 = dice.OneIn(4) ? dice.Below(1200) : 0;
        frame.R8 = dice.OneIn(2) ? 0 : Places.Names + OptionsAt + (dice.Below(32) * OptionsStep);
        frame.R9 = CallMaker.Gift(ref dice, known);
    }
}
