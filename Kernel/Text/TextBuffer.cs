using System;
using System.Runtime.CompilerServices;

namespace Kernel.Text;

/// <summary>
/// UTF-8 text that grows in a space of fixed size. What does not fit is left out, the end is marked with <c>...</c>,
/// and nothing more is taken: never is a byte written outside the space, and never half a number.
/// </summary>
public ref struct TextBuffer
{
    private readonly Span<byte> _space;
    private int _length;

    /// <summary>
    /// Empty text in <paramref name="space"/>, whose length is the most bytes that the text can have.
    /// </summary>
    public TextBuffer(Span<byte> space) => _space = space;

    /// <summary>The text so far.</summary>
    public readonly ReadOnlySpan<byte> Text => _space.Slice(0, _length);

    /// <summary>The bytes of the text so far.</summary>
    public readonly int Length => _length;

    /// <summary>Something did not fit.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Adds UTF-8 text; as much of it as fits.</summary>
    public void Append(scoped ReadOnlySpan<byte> text)
    {
        if (IsCut)
        {
            return;
        }

        int room = _space.Length - _length;
        int fitting = text.Length < room ? text.Length : room;
        text.Slice(0, fitting).CopyTo(_space.Slice(_length));
        _length += fitting;
        if (fitting < text.Length)
        {
            Cut();
        }
    }

    /// <summary>Adds one character of the Basic Multilingual Plane; half a surrogate pair becomes <c>?</c>.</summary>
    public void Append(char character)
    {
        if (!IsCut && character < 0x80 && _length < _space.Length)
        {
            _space[_length++] = (byte)character;
        }
        else
        {
            AppendEncoded(character);
        }
    }

    /// <summary>Adds a literal; characters outside the Basic Multilingual Plane become <c>??</c>.</summary>
    // An interpolated string has a call of it for each piece: a body in place of each would be most of a long text's code.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void AppendLiteral(string literal)
    {
        for (int i = 0; i < literal.Length; i++)
        {
            Append(literal[i]);
        }
    }

    /// <summary>
    /// Makes what was added since the text was <paramref name="start"/> bytes long at least <paramref name="width"/>
    /// characters wide: spaces before it for a positive width, after it for a negative one.
    /// </summary>
    public void Align(int start, int width)
    {
        if (IsCut || (uint)start > (uint)_length)
        {
            return;
        }

        int padding = (width < 0 ? -width : width) - Utf8.CountCharacters(Text.Slice(start));
        if (padding <= 0)
        {
            return;
        }

        int end = _length;
        if (!TryReserve(padding, out Span<byte> spaces))
        {
            return;
        }

        if (width > 0)
        {
            _space.Slice(start, end - start).CopyTo(_space.Slice(start + padding));
            spaces = _space.Slice(start, padding);
        }

        spaces.Fill((byte)' ');
    }

    /// <summary>
    /// Lengthens the text by <paramref name="count"/> bytes, which the caller fills. False, and the text is cut,
    /// where they do not all fit.
    /// </summary>
    public bool TryReserve(int count, out Span<byte> field)
    {
        field = default;
        if (IsCut)
        {
            return false;
        }

        if ((uint)count > (uint)(_space.Length - _length))
        {
            Cut();
            return false;
        }

        field = _space.Slice(_length, count);
        _length += count;
        return true;
    }

    // Letters beyond ASCII are few, and so is text that is too long: none of that belongs into the callers' loops.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AppendEncoded(char character)
    {
        if (TryReserve(Utf8.EncodedLength(character), out Span<byte> field))
        {
            Utf8.Encode(character, field);
        }
    }

    private void Cut()
    {
        IsCut = true;
        int dots = _space.Length < 3 ? _space.Length : 3;
        int end = _length < _space.Length - dots ? _length : _space.Length - dots;
        while (end > 0 && end < _length && Utf8.IsContinuation(_space[end]))
        {
            end--;
        }

        _space.Slice(end, dots).Fill((byte)'.');
        _length = end + dots;
    }
}
