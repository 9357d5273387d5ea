namespace System;

/// <summary>A place counted from the start or, as in <c>^1</c>, from the end.</summary>
public readonly struct Index
{
    private readonly int _value;

    /// <summary>So far from the start, or from the end.</summary>
    public Index(int value, bool fromEnd = false) => _value = fromEnd ? ~value : value;

    /// <summary>The first place.</summary>
    public static Index Start => new(0);

    /// <summary>The place behind the last.</summary>
    public static Index End => new(0, fromEnd: true);

    /// <summary>Counted from the end.</summary>
    public bool IsFromEnd => _value < 0;

    /// <summary>The distance.</summary>
    public int Value => _value < 0 ? ~_value : _value;

    /// <summary>So far from the start.</summary>
    public static implicit operator Index(int value) => new(value);

    /// <summary>The distance from the start of something with so many elements.</summary>
    public int GetOffset(int length) => _value < 0 ? _value + length + 1 : _value;
}

/// <summary>From one place up to another, as in <c>2..^1</c>.</summary>
public readonly struct Range
{
    /// <summary>From <paramref name="start"/> up to <paramref name="end"/>, which is not part of it.</summary>
    public Range(Index start, Index end)
    {
        Start = start;
        End = end;
    }

    /// <summary>The first place.</summary>
    public Index Start { get; }

    /// <summary>The place behind the last.</summary>
    public Index End { get; }

    /// <summary>Everything.</summary>
    public static Range All => new(Index.Start, Index.End);

    /// <summary>Everything from a place on.</summary>
    public static Range StartAt(Index start) => new(start, Index.End);

    /// <summary>Everything before a place.</summary>
    public static Range EndAt(Index end) => new(Index.Start, end);
}
