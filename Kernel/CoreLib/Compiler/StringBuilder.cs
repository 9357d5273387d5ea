namespace System.Text;

/// <summary>Present because the language's record structs name it; it keeps nothing and cannot be made.</summary>
public sealed class StringBuilder
{
    /// <summary>Does nothing.</summary>
    public StringBuilder Append(string? text) => this;

    /// <summary>Does nothing.</summary>
    public StringBuilder Append(char character) => this;

    /// <summary>Does nothing.</summary>
    public StringBuilder Append(object? value) => this;
}
