namespace Kernel.Tests.Host.Firmware;

/// <summary>What a mutation does.</summary>
public enum MutationKind
{
    /// <summary>Flips one bit.</summary>
    Flip,

    /// <summary>Sets a byte.</summary>
    Byte,

    /// <summary>Sets four bytes at a multiple of four.</summary>
    Field32,

    /// <summary>Sets eight bytes at a multiple of eight.</summary>
    Field64,

    /// <summary>Ends the memory there.</summary>
    Cut,
}
