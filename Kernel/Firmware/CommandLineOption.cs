using System;

namespace Kernel.Firmware;

/// <summary>One option of a command line.</summary>
/// <param name="text">The whole option: no space in it, and not empty.</param>
/// <param name="offset">Where it starts in the line, in bytes.</param>
public readonly ref struct CommandLineOption(ReadOnlySpan<byte> text, int offset)
{
    private readonly int _nameLength = text.IndexOf((byte)'=') is >= 0 and int equals ? equals : text.Length;

    /// <summary>The whole option.</summary>
    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>Where it starts in the line, in bytes.</summary>
    public int Offset { get; } = offset;

    /// <summary>Whether there is an equals sign.</summary>
    public bool HasValue => _nameLength < Text.Length;

    /// <summary>What stands before the first equals sign; the whole option where there is none.</summary>
    public ReadOnlySpan<byte> Name => Text[.._nameLength];

    /// <summary>What stands behind the first equals sign; possibly nothing.</summary>
    public ReadOnlySpan<byte> Value => HasValue ? Text[(_nameLength + 1)..] : default;
}
