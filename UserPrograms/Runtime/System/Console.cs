namespace System;

/// <summary>The kernel's console. Interpolated strings are put together without making an object.</summary>
public static class Console
{
    /// <summary>Writes text.</summary>
    public static void Write(ConsoleText text) => text.Print();

    /// <summary>Writes text and ends the line.</summary>
    public static void WriteLine(ConsoleText text) => text.PrintLine();

    /// <summary>Writes text.</summary>
    public static void Write(string? text)
    {
        ConsoleText whole = new(0, 0);
        whole.AppendLiteral(text ?? "");
        whole.Print();
    }

    /// <summary>Writes text and ends the line.</summary>
    public static void WriteLine(string? text)
    {
        ConsoleText whole = new(0, 0);
        whole.AppendLiteral(text ?? "");
        whole.PrintLine();
    }

    /// <summary>Writes UTF-8 text.</summary>
    public static void Write(ReadOnlySpan<byte> text) => _ = Call.Print(text);

    /// <summary>Writes UTF-8 text and ends the line.</summary>
    public static void WriteLine(ReadOnlySpan<byte> text)
    {
        ConsoleText whole = new(0, 0);
        whole.AppendFormatted(text);
        whole.PrintLine();
    }

    /// <summary>Ends the line.</summary>
    public static void WriteLine() => Write("\n"u8);
}
