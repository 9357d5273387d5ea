namespace System;

/// <summary>
/// What is thrown. Nobody catches: the program ends, and the console has the message and the way that led there.
/// </summary>
public class Exception
{
    /// <summary>Something went wrong.</summary>
    public Exception()
        : this("something went wrong")
    {
    }

    /// <summary>What went wrong.</summary>
    public Exception(string message) => Message = message;

    /// <summary>What went wrong.</summary>
    public string Message { get; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
