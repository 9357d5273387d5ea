namespace System;

/// <summary>Copies that the compiler asks for by name.</summary>
internal static class Buffer
{
    /// <summary>Copies bytes; the two runs may overlap.</summary>
    internal static void Memmove(ref byte destination, ref byte source, nuint length) =>
        SpanHelpers.Memmove(ref destination, ref source, length);

    /// <summary>The same: the kernel's structs hold no references to collected objects.</summary>
    internal static void BulkMoveWithWriteBarrier(ref byte destination, ref byte source, nuint length) =>
        SpanHelpers.Memmove(ref destination, ref source, length);
}
