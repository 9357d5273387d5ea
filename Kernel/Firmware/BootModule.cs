using System;
using System.Diagnostics.CodeAnalysis;
using Kernel.Units;

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

    /// <summary>
    /// Its contents, where they lie: nothing else is ever put there. False, and no bytes, when some of it lies beyond
    /// what <see cref="Machines.IMachine.TryReadPhysical"/> reaches, or it has more than 2 GiB.
    /// </summary>
    public readonly bool TryRead(out ReadOnlySpan<byte> contents)
    {
        contents = default;
        ByteCount length = Place.Length;
        return length.Value <= int.MaxValue && Machine.TryReadPhysical(Place.Start, (int)length.Value, out contents);
    }
}
