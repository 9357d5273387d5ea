using System.Collections.Generic;
using System.Linq;
using TreeFigures.Drawing;
using TreeFigures.Runs;

namespace TreeFigures;

/// <summary>All figures that the book has.</summary>
internal static class FigureSet
{
    // The frames whose counts the lecture's slides list.
    private static readonly int[] s_countedFrames = [12, 13, 14, 21, 22, 23, 42, 57, 58, 59];

    /// <summary>Runs everything anew and draws it; the same text each time.</summary>
    public static IEnumerable<Figure> Draw() =>
        DrawRun(MessageRun.Lend(Writer.Receiver), s_countedFrames)
            .Concat(DrawRun(MessageRun.Copy(), s_countedFrames).Skip(1))
            .Concat(DrawRun(ForkRun.Run(), []));

    private static IEnumerable<Figure> DrawRun(Snapshot[] run, int[] counted)
    {
        var layout = new Layout(run);
        for (int step = 0; step < run.Length; step++)
        {
            Snapshot? before = step == 0 ? null : run[step - 1];
            yield return new Figure(
                $"{run[step].Name}.svg", new TreeDrawing(layout, run[step], before, counted).Draw());
        }
    }
}
