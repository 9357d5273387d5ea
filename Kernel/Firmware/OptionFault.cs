namespace Kernel.Firmware;

/// <summary>What can be wrong with a known option of the command line.</summary>
public enum OptionFault : byte
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The option needs a value and has none.</summary>
    MissingValue,

    /// <summary>The option takes no value and has one.</summary>
    UnexpectedValue,

    /// <summary>The value of <c>log=</c> is none of its four.</summary>
    UnknownLogLevel,
}
