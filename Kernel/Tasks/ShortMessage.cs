namespace Kernel.Tasks;

/// <summary>The 32 bytes of a short message; all of them travel, whatever the length says.</summary>
internal struct ShortMessage
{
    /// <summary>Bytes 0 to 7.</summary>
    internal ulong Word0;

    /// <summary>Bytes 8 to 15.</summary>
    internal ulong Word1;

    /// <summary>Bytes 16 to 23.</summary>
    internal ulong Word2;

    /// <summary>Bytes 24 to 31.</summary>
    internal ulong Word3;
}
