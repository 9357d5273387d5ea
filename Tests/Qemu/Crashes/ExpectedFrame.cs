namespace QemuTests.Crashes;

/// <summary>A line of a stack trace that must be there.</summary>
/// <param name="Method">The method with its namespace and type, or an assembly label.</param>
/// <param name="File">The source file, relative to the tree's top folder.</param>
/// <param name="Statement">A piece of text that one line of that file has.</param>
/// <param name="LinesOn">How far below that line is the one that the trace must name: 1 where the processor reports the
/// instruction that it would go on with.</param>
internal sealed record ExpectedFrame(string Method, string File, string Statement, int LinesOn = 0)
{
    /// <summary>The line that the trace must name, from 1.</summary>
    public int Line => SourceText.LineOf(File, Statement) + LinesOn;
}
