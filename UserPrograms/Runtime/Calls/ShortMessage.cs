using System;
using System.Runtime.InteropServices;

namespace UserPrograms;

/// <summary>A short message: 32 bytes that travel in registers.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ShortMessage
{
    /// <summary>Bytes 0 to 7.</summary>
    public ulong Word0;

    /// <summary>Bytes 8 to 15.</summary>
    public ulong Word1;

    /// <summary>Bytes 16 to 23.</summary>
    public ulong Word2;

    /// <summary>Bytes 24 to 31.</summary>
    public ulong Word3;

    /// <summary>The bytes, in place.</summary>
    internal static Span<byte> Bytes(ref ShortMessage message) =>
        MemoryMarshal.AsBytes(new Span<ShortMessage>(ref message));
}
