using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Kernel.Tests.Model.Traces;

/// <summary>A call of the model, and what came of it: a line of Promela/printing.pml.</summary>
/// <param name="Call">Which.</param>
/// <param name="Caller">Whose; for "trap" who is ended.</param>
/// <param name="Entry">The entry of the handle that is used.</param>
/// <param name="Other">The client that is answered, or the child that is made.</param>
/// <param name="Flag">The client's latest key, and not the one before; the duplicate is weak.</param>
/// <param name="Gift">The entry of the handle in the message; the number of entries for none.</param>
/// <param name="IsMove">That handle is moved.</param>
/// <param name="Current">Who runs then; the number of tasks for nobody.</param>
/// <param name="Tasks">All tasks then.</param>
internal sealed record TraceLine(
    string Call, int Caller, int Entry, int Other, bool Flag, int Gift, bool IsMove, int Current,
    IReadOnlyList<TracedTask> Tasks)
{
    public static TraceLine Parse(string text)
    {
        string[] parts = text.Split(" | ");
        string[] words = parts[0].Split(' ');
        return new TraceLine(
            words[0], Number(words[1]), Number(words[2]), Number(words[3]), words[4] == "1", Number(words[5]),
            words[6] == "1", Number(words[7]), [.. parts.Skip(1).Select(TracedTask.Parse)]);
    }

    public static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
