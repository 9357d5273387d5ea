using System;

namespace Kernel.Firmware;

/// <summary>The way through the options of a command line.</summary>
/// <param name="text">The line.</param>
public ref struct CommandLineReader(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _next;

    /// <summary>The option that <see cref="MoveNext"/> came to.</summary>
    public CommandLineOption Current { get; private set; }

    /// <summary>Goes on to the next option; false when there is none.</summary>
    public bool MoveNext()
    {
        while (_next < _text.Length && IsBlank(_text[_next]))
        {
            _next++;
        }

        int start = _next;
        while (_next < _text.Length && !IsBlank(_text[_next]))
        {
            _next++;
        }

        Current = new CommandLineOption(_text[start.._next], start);
        return _next > start;
    }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t';
}
