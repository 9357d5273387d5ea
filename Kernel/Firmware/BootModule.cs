using System;
using System.Diagnostics.CodeAnalysis;

namespace Kernel.Firmware;

/// <summary>A file that the loader put into memory beside the kernel.</summary>
public struct BootModule
{
    internal PhysRange Place;
    internal BootText Text;

    /// <summary>Where its contents lie: wholly in usable memory, apart from every other module; or empty.</summary>
    public readonly PhysRange Range => Place;

    /// <summary>The text that the loader gave with it: its name and whatever follows; often empty.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> CommandLine => Text.Bytes;
}
