using System;

namespace Kernel.Firmware;

/// <summary>
/// The first program, as the command line names it: <c>init=NAME</c> or <c>init=NAME,ARGUMENT,…</c>; <c>init</c> unless
/// given. Which programs there are the archive says.
/// </summary>
public readonly ref struct FirstProgram
{
    private const byte Separator = (byte)',';

    private readonly ReadOnlySpan<byte> _arguments;

    /// <summary>What the line says, or the usual where it says nothing.</summary>
    public FirstProgram(CommandLine line)
    {
        if (!line.TryGet(KernelOptions.InitName, out ReadOnlySpan<byte> value) || value.IsEmpty)
        {
            Name = "init"u8;
            return;
        }

        int end = value.IndexOf(Separator);
        Name = end < 0 ? value : value[..end];
        _arguments = end < 0 ? default : value[(end + 1)..];
    }

    /// <summary>The program's name.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>The bytes that <see cref="CopyArguments"/> gives; a command line's length is the most.</summary>
    public int ArgumentBytes => _arguments.IsEmpty ? 0 : _arguments.Length + 1;

    /// <summary>Its arguments as programs get them: texts that each end in a NUL.</summary>
    public void CopyArguments(Span<byte> into)
    {
        for (int i = 0; i < _arguments.Length; i++)
        {
            into[i] = _arguments[i] == Separator ? (byte)0 : _arguments[i];
        }

        if (!_arguments.IsEmpty)
        {
            into[_arguments.Length] = 0;
        }
    }
}
