using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;

namespace ImageTool.Fonts;

/// <summary>
/// A PC Screen Font of version 1 (Linux documentation of the format, "psf1": four bytes of header, the glyphs, and for
/// each glyph a list of the characters that it shows).
/// </summary>
internal sealed class PsfFont
{
    private const int HeaderLength = 4;
    private const byte Has512Glyphs = 1;
    private const byte HasUnicodeTable = 2;
    private const ushort SequenceStart = 0xFFFE;
    private const ushort GlyphEnd = 0xFFFF;

    private readonly byte[] _file;
    private readonly Dictionary<char, int> _glyphs = [];

    private PsfFont(byte[] file) => _file = file;

    /// <summary>Lines of a glyph; each is one byte, the leftmost pixel in bit 7.</summary>
    public int Height => _file[3];

    /// <summary>Reads the font.</summary>
    /// <exception cref="InvalidDataException">It is no such font, or it is damaged.</exception>
    public static PsfFont Parse(byte[] file)
    {
        if (file is not [0x36, 0x04, byte mode, > 0, ..])
        {
            throw new InvalidDataException("not a PC Screen Font of version 1");
        }

        if ((mode & HasUnicodeTable) == 0)
        {
            throw new InvalidDataException("the font has no Unicode table");
        }

        var font = new PsfFont(file);
        font.ReadTable((mode & Has512Glyphs) != 0 ? 512 : 256);
        return font;
    }

    /// <summary>The lines of the glyph that shows <paramref name="character"/>; false where none does.</summary>
    public bool TryGetGlyph(char character, out ReadOnlySpan<byte> lines)
    {
        bool found = _glyphs.TryGetValue(character, out int glyph);
        lines = found ? _file.AsSpan(HeaderLength + (glyph * Height), Height) : default;
        return found;
    }

    private void ReadTable(int count)
    {
        int start = HeaderLength + (count * Height);
        ReadOnlySpan<byte> table = start <= _file.Length ? _file.AsSpan(start) : default;
        bool inSequence = false;
        for (int glyph = 0; glyph < count; table = table[sizeof(ushort)..])
        {
            if (!BinaryPrimitives.TryReadUInt16LittleEndian(table, out ushort value))
            {
                throw new InvalidDataException($"the font ends within the characters of glyph {glyph} of {count}");
            }

            inSequence = value != GlyphEnd && (inSequence || value == SequenceStart);
            if (value == GlyphEnd)
            {
                glyph++;
            }
            else if (!inSequence)
            {
                _glyphs.TryAdd((char)value, glyph);
            }
        }
    }
}
