using System.Collections.Generic;
using System.Linq;

namespace Kernel.Tests.Model.Traces;

/// <summary>A task of the model, after a call.</summary>
/// <param name="State">What it does.</param>
/// <param name="Peer">Whom it waits for; the number of tasks for nobody.</param>
/// <param name="Result">What it is told by this call: nothing, done or an error.</param>
/// <param name="Entries">Its handles.</param>
internal sealed record TracedTask(string State, int Peer, string Result, IReadOnlyList<TracedEntry> Entries)
{
    private const int WordsBefore = 3;
    private const int WordsPerEntry = 3;

    public bool IsLiving => State != "none";

    public static TracedTask Parse(string text)
    {
        string[] words = text.Split(' ');
        return new TracedTask(
            words[0], TraceLine.Number(words[1]), words[2],
            [
                .. words.Skip(WordsBefore).Chunk(WordsPerEntry).Select(static each =>
                    new TracedEntry(each[0], TraceLine.Number(each[1]), each[2] == "1")),
            ]);
    }
}
