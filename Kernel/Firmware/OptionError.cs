using System;

namespace Kernel.Firmware;

/// <summary>What was wrong with the command line's options; the default value says that nothing was.</summary>
/// <param name="Fault">What.</param>
/// <param name="Offset">Where the option starts in the line, in bytes.</param>
public readonly record struct OptionError(OptionFault Fault, int Offset)
{
    /// <summary>Whether something was wrong.</summary>
    public bool IsError => Fault != OptionFault.None;

    /// <summary>The fault as an English sentence, in ASCII.</summary>
    public ReadOnlySpan<byte> Description => Fault switch
    {
        OptionFault.MissingValue => "The option needs a value."u8,
        OptionFault.UnexpectedValue => "The option takes no value."u8,
        OptionFault.UnknownLogLevel => "The log level is none of debug, info, warn and error."u8,
        _ => "The options are sound."u8,
    };
}
