namespace Kernel.Firmware;

/// <summary>The way through the options of a command line that mean nothing to the kernel.</summary>
/// <param name="line">The line.</param>
public ref struct UnknownOptions(CommandLine line)
{
    private CommandLineReader _options = line.Options;

    /// <summary>The option that <see cref="MoveNext"/> came to.</summary>
    public readonly CommandLineOption Current => _options.Current;

    /// <summary>Goes on to the next unknown option; false when there is none.</summary>
    public bool MoveNext()
    {
        while (_options.MoveNext())
        {
            if (!KernelOptions.IsKnown(_options.Current.Name))
            {
                return true;
            }
        }

        return false;
    }
}
