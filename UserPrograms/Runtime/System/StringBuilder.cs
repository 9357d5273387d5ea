namespace System.Text;

/// <summary>Text that grows.</summary>
public sealed class StringBuilder
{
    private const int FirstCapacity = 16;

    private char[] _characters = new char[FirstCapacity];

    /// <summary>The number of code units so far.</summary>
    public int Length { get; private set; }

    /// <summary>Adds text.</summary>
    public StringBuilder Append(string? text) => Append(text.AsSpan());

    /// <summary>Adds text.</summary>
    public StringBuilder Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        return this;
    }

    /// <summary>Adds one code unit.</summary>
    public StringBuilder Append(char character)
    {
        Reserve(1)[0] = character;
        return this;
    }

    /// <summary>Adds a number in decimal.</summary>
    public StringBuilder Append(int value) => Append(value.ToString());

    /// <summary>Adds a number in decimal.</summary>
    public StringBuilder Append(ulong value) => Append(value.ToString());

    /// <summary>Adds an object's text.</summary>
    public StringBuilder Append(object? value) => Append(value?.ToString());

    /// <summary>Adds text and ends the line.</summary>
    public StringBuilder AppendLine(string? text = null) => Append(text).Append('\n');

    /// <inheritdoc/>
    public override string ToString() => new(new ReadOnlySpan<char>(_characters, 0, Length));

    private Span<char> Reserve(int count)
    {
        int needed = Length + count;
        if (needed > _characters.Length)
        {
            int doubled = 2 * _characters.Length;
            char[] larger = new char[needed > doubled ? needed : doubled];
            Array.Copy(_characters, larger, Length);
            _characters = larger;
        }

        Span<char> field = new Span<char>(_characters).Slice(Length, count);
        Length = needed;
        return field;
    }
}
