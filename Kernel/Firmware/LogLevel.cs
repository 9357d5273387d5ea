namespace Kernel.Firmware;

/// <summary>How much the boot log says: messages of the chosen level and above.</summary>
public enum LogLevel : byte
{
    /// <summary>Everything.</summary>
    Debug = 0,

    /// <summary>What a person who watches the boot wants to know; the default.</summary>
    Info = 1,

    /// <summary>What may be wrong.</summary>
    Warning = 2,

    /// <summary>What is wrong.</summary>
    Error = 3,
}
