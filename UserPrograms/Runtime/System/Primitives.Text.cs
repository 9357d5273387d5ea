namespace System;

/// <content>As text, and as an object.</content>
public readonly partial struct SByte
{
    /// <summary>The number in decimal.</summary>
    public override string ToString() => NumberString.Of((long)_value);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is SByte number && number._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;
}

/// <content>As text, and as an object.</content>
public readonly partial struct Byte
{
    /// <summary>The number in decimal.</summary>
    public override string ToString() => NumberString.Of((ulong)_value);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is Byte number && number._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;
}

/// <content>As text, and as an object.</content>
public readonly partial struct Int16
{
    /// <summary>The number in decimal.</summary>
    public override string ToString() => NumberString.Of((long)_value);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is Int16 number && number._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;
}

/// <content>As text, and as an object.</content>
public readonly partial struct UInt16
{
    /// <summary>The number in decimal.</summary>
    public override string ToString() => NumberString.Of((ulong)_value);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is UInt16 number && number._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;
}

/// <content>As text, and as an object.</content>
public readonly partial struct Int32
{
    /// <summary>The number in decimal.</summary>
    public override string ToString() => NumberString.Of((long)_value);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is Int32 number && number._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;
}

/// <content>As text, and as an object.</content>
public readonly partial struct UInt32
{
    /// <summary>The number in decimal.</summary>
    public override string ToString() => NumberString.Of((ulong)_value);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is UInt32 number && number._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;
}

/// <content>As text, and as an object.</content>
public readonly partial struct Int64
{
    /// <summary>The number in decimal.</summary>
    public override string ToString() => NumberString.Of(_value);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is Int64 number && number._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;
}

/// <content>As text, and as an object.</content>
public readonly partial struct UInt64
{
    /// <summary>The number in decimal.</summary>
    public override string ToString() => NumberString.Of(_value);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is UInt64 number && number._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;
}

/// <content>As text, and as an object.</content>
public readonly partial struct IntPtr
{
    /// <summary>The number in decimal.</summary>
    public override string ToString() => NumberString.Of((long)_value);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is IntPtr number && number._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;
}

/// <content>As text, and as an object.</content>
public readonly partial struct UIntPtr
{
    /// <summary>The number in decimal.</summary>
    public override string ToString() => NumberString.Of((ulong)_value);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is UIntPtr number && number._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;
}

/// <content>As text, and as an object.</content>
public readonly partial struct Boolean
{
    /// <summary><c>True</c> or <c>False</c>.</summary>
    public override string ToString() => _value ? "True" : "False";

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is bool value && value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => _value ? 1 : 0;
}

/// <content>As text, and as an object.</content>
public readonly partial struct Char
{
    /// <summary>The character alone.</summary>
    public override string ToString() => new(_value, 1);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is char character && character == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => _value;
}
