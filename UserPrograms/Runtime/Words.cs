using System.Runtime.InteropServices;

namespace UserPrograms;

/// <summary>A short message: 32 bytes that travel in registers.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Words
{
    /// <summary>Bytes 0 to 7.</summary>
    internal ulong A;

    /// <summary>Bytes 8 to 15.</summary>
    internal ulong B;

    /// <summary>Bytes 16 to 23.</summary>
    internal ulong C;

    /// <summary>Bytes 24 to 31.</summary>
    internal ulong D;
}
