using System;

namespace Kernel.Firmware;

/// <summary>The kernel's options, as the command line gives them.</summary>
/// <param name="Log">
/// <c>log=debug</c>, <c>info</c>, <c>warn</c> or <c>error</c>; <see cref="LogLevel.Info"/> unless given.
/// </param>
/// <param name="DebugExit">
/// <c>debug-exit</c>: a panic, or being ready, ends QEMU through its isa-debug-exit device.
/// </param>
public readonly record struct KernelOptions(LogLevel Log, bool DebugExit)
{
    private static ReadOnlySpan<byte> LogName => "log"u8;

    private static ReadOnlySpan<byte> DebugExitName => "debug-exit"u8;

    /// <summary>The name of the option whose value chooses what a test image does; its values are the test's.</summary>
    public static ReadOnlySpan<byte> TestName => "test"u8;

    /// <summary>The name of the option that names the first program: see <see cref="FirstProgram"/>.</summary>
    public static ReadOnlySpan<byte> InitName => "init"u8;

    /// <summary>Whether an option of this name means something to the kernel.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> name) =>
        name.SequenceEqual(LogName) || name.SequenceEqual(DebugExitName) || HasValueOnly(name);

    /// <summary>
    /// Decodes all options of the line. A wrong one keeps its default, and the first such is what the error tells;
    /// unknown ones are left to <see cref="UnknownOptions"/>.
    /// </summary>
    public static OptionError Decode(CommandLine line, out KernelOptions options)
    {
        options = new KernelOptions(LogLevel.Info, DebugExit: false);
        OptionError first = default;
        CommandLineReader reader = line.Options;
        while (reader.MoveNext())
        {
            OptionFault fault = Apply(reader.Current, ref options);
            if (fault != OptionFault.None && first.Fault == OptionFault.None)
            {
                first = new OptionError(fault, reader.Current.Offset);
            }
        }

        return first;
    }

    private static OptionFault Apply(CommandLineOption option, ref KernelOptions options)
    {
        if (option.Name.SequenceEqual(LogName))
        {
            return ApplyLog(option, ref options);
        }

        if (option.Name.SequenceEqual(DebugExitName))
        {
            options = options with { DebugExit = options.DebugExit || !option.HasValue };
            return option.HasValue ? OptionFault.UnexpectedValue : OptionFault.None;
        }

        bool lacksValue = HasValueOnly(option.Name) && option.Value.IsEmpty;
        return lacksValue ? OptionFault.MissingValue : OptionFault.None;
    }

    // Others read the values of these.
    private static bool HasValueOnly(ReadOnlySpan<byte> name) =>
        name.SequenceEqual(TestName) || name.SequenceEqual(InitName);

    private static OptionFault ApplyLog(CommandLineOption option, ref KernelOptions options)
    {
        ReadOnlySpan<byte> value = option.Value;
        if (value.IsEmpty)
        {
            return OptionFault.MissingValue;
        }

        LogLevel? level = value.SequenceEqual("debug"u8) ? LogLevel.Debug
            : value.SequenceEqual("info"u8) ? LogLevel.Info
            : value.SequenceEqual("warn"u8) ? LogLevel.Warning
            : value.SequenceEqual("error"u8) ? LogLevel.Error
            : null;
        if (level is not { } known)
        {
            return OptionFault.UnknownLogLevel;
        }

        options = options with { Log = known };
        return OptionFault.None;
    }
}
