using System;

namespace Kernel.Console;

/// <summary>The first words on the console.</summary>
public static class Banner
{
    /// <summary>
    /// Writes the kernel's name, what it is, and <paramref name="details"/>: version and machine, say.
    /// </summary>
    public static void Write(ref KernelConsole console, ReadOnlySpan<byte> details)
    {
        Write(ref console, "Kernel"u8, new CellColours(Colour.White, Colour.Black));
        Write(ref console, "message-passing microkernel in C#"u8, CellColours.Plain);
        Write(ref console, details, CellColours.Dim);
        console.Write("\n"u8, CellColours.Plain);
    }

    private static void Write(ref KernelConsole console, ReadOnlySpan<byte> text, CellColours colours)
    {
        console.Write("  ▌ "u8, CellColours.Accent);
        console.WriteLine(text, colours);
    }
}
