using System;

namespace TreeFigures.Drawing;

/// <summary>How the parts of a picture look, on light and on dark ground.</summary>
internal static class Palette
{
    /// <summary>The style sheet.</summary>
    public const string Style =
        """
        text { font: 13px sans-serif; fill: #1f2328 }
        .heading { font-size: 17px; font-weight: bold }
        .space { font-weight: bold; text-anchor: middle }
        .small { font-size: 12px }
        .middle { text-anchor: middle }
        .right { font-size: 12px; text-anchor: end }
        .count { font-size: 12px; font-weight: bold; text-anchor: end }
        .word { font: 13px monospace; text-anchor: middle }
        .faint { fill: #59636e }
        .ground { fill: #ffffff }
        .node { fill: #f6f8fa; stroke: #818b98 }
        .new { fill: none; stroke: #cf222e; stroke-width: 3 }
        .gone { fill: none; stroke: #818b98; stroke-dasharray: 5 4 }
        .cell { fill: none; stroke: #818b98 }
        .changed { fill: #ffebe9; stroke: #cf222e }
        .empty { fill: none; stroke: #d1d9e0 }
        .come { fill: none; stroke: #59636e; stroke-dasharray: 3 2 }
        .read { fill: #d0e4ff; stroke: #0969da }
        .shared { fill: #fae3a0; stroke: #9a6700 }
        .write { fill: #c4f0cf; stroke: #1a7f37 }
        path { fill: none; stroke-width: 2 }
        path.read { fill: none; stroke: #0969da }
        path.shared { fill: none; stroke: #9a6700; stroke-dasharray: 7 4 }
        path.write { fill: none; stroke: #1a7f37 }
        @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc }
        .faint { fill: #9198a1 }
        .ground { fill: #0d1117 }
        .node { fill: #151b23; stroke: #656c76 }
        .new { stroke: #ff7b72 }
        .gone { stroke: #656c76 }
        .cell { stroke: #656c76 }
        .changed { fill: #5d1f1f; stroke: #ff7b72 }
        .empty { stroke: #3d444d }
        .come { stroke: #9198a1 }
        .read { fill: #143d79; stroke: #4493f8 }
        .shared { fill: #5c4306; stroke: #d29922 }
        .write { fill: #12501f; stroke: #3fb950 }
        path.read { stroke: #4493f8 }
        path.shared { stroke: #d29922 }
        path.write { stroke: #3fb950 }
        }

        """;

    /// <summary>The look of an entry and of its line.</summary>
    public static string LookOf(EntryState state) => state switch
    {
        EntryState.Empty => "empty",
        EntryState.ToCome => "come",
        EntryState.ReadOnly => "read",
        EntryState.CopyOnWrite => "shared",
        EntryState.Writable => "write",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The letter in an entry, for those to whom colours say nothing.</summary>
    public static string LetterOf(EntryState state) => state switch
    {
        EntryState.Empty => "",
        EntryState.ToCome => "z",
        EntryState.ReadOnly => "r",
        EntryState.CopyOnWrite => "c",
        EntryState.Writable => "w",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
