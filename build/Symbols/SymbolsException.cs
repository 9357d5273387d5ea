using System;

namespace Symbols;

/// <summary>An object file or its debug information cannot be used; the message says what is wrong and where.</summary>
public sealed class SymbolsException : Exception
{
    /// <summary>An exception without a message.</summary>
    public SymbolsException()
    {
    }

    /// <summary>An exception that says what is wrong.</summary>
    public SymbolsException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that says what is wrong, and what it follows from.</summary>
    public SymbolsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
