using System;

namespace Verbs;

/// <summary>A verb cannot do what was asked; the message is one line for the user, with the mend.</summary>
public sealed class VerbException : Exception
{
    /// <summary>What is wrong, and what to do about it.</summary>
    public VerbException(string message, string mend)
        : base($"{message}: {mend}")
    {
    }

    /// <summary>What is wrong, where the message itself says what to do.</summary>
    public VerbException(string message)
        : base(message)
    {
    }
}
