using Kernel.Text;

namespace UserPrograms;

/// <summary>Lines on the console, made without a heap.</summary>
internal static class Output
{
    /// <summary>A line: <c>Output.WriteLine($"{count} pages")</c>.</summary>
    internal static void WriteLine(ref Interpolated<OutputLine> line)
    {
        _ = Call.Print(line.Text);
        _ = Call.Print("\n"u8);
    }
}
