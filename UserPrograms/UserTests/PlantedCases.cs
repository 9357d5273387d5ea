using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>Cases that have to fail: each has a fault that the runner must find.</summary>
internal static class PlantedCases
{
    private const ulong LeakedPage = 0x5000_0000;

    /// <summary>Runs one; 1 where it failed.</summary>
    internal static int Run(string what, string how)
    {
        Action? afterwards = how == "a page stays" ? KeepAPage : null;
        return Runner.Run(CaseGroup.NameOf(what, how), () => Do(how), afterwards) ? 0 : 1;
    }

    private static void Do(string how)
    {
        switch (how)
        {
            case "a task stays":
                _ = Peer.StartIdle();
                break;
            case "an expectation":
                Check.That(Four() == 5, "two and two are five");
                break;
            case "a trap":
                Check.Equal(0, (ulong)Nothing()!.Length, "the length of nothing");
                break;
            case "a register changes":
                RegisterFile before = RegisterFile.Filled(1);
                RegisterFile after = before;
                after[Register.Rbx]++;
                Comparison.Same(ref before, ref after);
                break;
            case "a secret is seen":
                Span<ulong> words = stackalloc ulong[2];
                Secret.Fill(words);
                words[0] = 0;
                words[1] &= uint.MaxValue;
                Secret.ExpectNone(words, "what was planted");
                break;
            default:
                break;
        }
    }

    // In the runner itself, where nothing excuses it.
    private static void KeepAPage()
    {
        Call.Map(LeakedPage, (int)Scratch.Page, out Span<byte> page).OrFail("map");
        page[0] = 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Four() => 4;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Nothing() => null;
}
