using System;

namespace Kernel.Firmware;

/// <summary>
/// A command line: options <c>name</c> or <c>name=value</c>, with spaces between them. Where one is given twice, the
/// last counts, so that a line can be corrected by adding to it.
/// </summary>
/// <param name="text">Its bytes, without a terminating zero.</param>
public readonly ref struct CommandLine(ReadOnlySpan<byte> text)
{
    /// <summary>Its bytes, as they were given.</summary>
    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>The way through all options, in their order.</summary>
    public CommandLineReader Options => new(Text);

    /// <summary>Whether the option is given, with or without a value.</summary>
    public bool Has(ReadOnlySpan<byte> name) => TryFind(name, out _);

    /// <summary>The option's value; false when it is not given, or without one.</summary>
    public bool TryGet(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        bool found = TryFind(name, out CommandLineOption option) && option.HasValue;
        value = found ? option.Value : default;
        return found;
    }

    private bool TryFind(ReadOnlySpan<byte> name, out CommandLineOption found)
    {
        found = default;
        bool isFound = false;
        CommandLineReader options = Options;
        while (options.MoveNext())
        {
            if (options.Current.Name.SequenceEqual(name))
            {
                found = options.Current;
                isFound = true;
            }
        }

        return isFound;
    }
}
