using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kernel.Console;

/// <summary>
/// Draws glyphs in pixels of 32 bits, the common case, four pixels at a time from a table of their 16 patterns.
/// </summary>
internal struct QuadPainter
{
    /// <summary>The bytes of one line of a glyph.</summary>
    public const int BytesPerLine = Font.Width * sizeof(uint);

    private const int BytesPerQuad = BytesPerLine / 2;

    private PixelQuads _quads;
    private uint _ink;
    private uint _paper;

    /// <summary>
    /// Draws <paramref name="glyph"/> into <paramref name="area"/>, whose lines are <paramref name="pitch"/> bytes
    /// apart. A glyph that the area cannot hold is left out.
    /// </summary>
    public void Paint(Span<byte> area, int pitch, ReadOnlySpan<byte> glyph, uint ink, uint paper)
    {
        if (glyph.Length != Font.Height
            || pitch < BytesPerLine
            || area.Length < ((Font.Height - 1) * pitch) + BytesPerLine)
        {
            return;
        }

        Mix(ink, paper);

        // The area was measured above, and four bits cannot pass the table's 16 entries: checking every access again
        // would cost half as many instructions more.
        ref PixelQuad quads = ref Unsafe.As<PixelQuads, PixelQuad>(ref _quads);
        ref byte line = ref MemoryMarshal.GetReference(area);
        for (int i = 0; i < glyph.Length; i++)
        {
            nuint bits = glyph[i];
            Unsafe.WriteUnaligned(ref line, Unsafe.AddByteOffset(ref quads, bits & 0xF0));
            Unsafe.WriteUnaligned(
                ref Unsafe.AddByteOffset(ref line, BytesPerQuad),
                Unsafe.AddByteOffset(ref quads, (bits & 0xF) * BytesPerQuad));
            line = ref Unsafe.AddByteOffset(ref line, (nuint)pitch);
        }
    }

    private static ulong Pair(uint left, uint right) => left | ((ulong)right << 32);

    private void Mix(uint ink, uint paper)
    {
        if (ink == _ink && paper == _paper)
        {
            return;
        }

        _ink = ink;
        _paper = paper;
        Span<PixelQuad> quads = _quads;
        for (int bits = 0; bits < quads.Length; bits += 4)
        {
            ulong left = Pair((bits & 8) != 0 ? ink : paper, (bits & 4) != 0 ? ink : paper);
            quads[bits] = new PixelQuad(left, Pair(paper, paper));
            quads[bits + 1] = new PixelQuad(left, Pair(paper, ink));
            quads[bits + 2] = new PixelQuad(left, Pair(ink, paper));
            quads[bits + 3] = new PixelQuad(left, Pair(ink, ink));
        }
    }
}
