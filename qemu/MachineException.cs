using System;

namespace Machines;

/// <summary>A machine could not be started or did not do what was expected; the message is one for users.</summary>
public sealed class MachineException : Exception
{
    /// <summary>A failure in words.</summary>
    public MachineException(string message)
        : base(message)
    {
    }

    /// <summary>A failure in words, and the command or step that mends it.</summary>
    public MachineException(string message, string mend)
        : base($"{message}: {mend}")
    {
    }

    /// <summary>A failure in words, and what caused it.</summary>
    public MachineException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
