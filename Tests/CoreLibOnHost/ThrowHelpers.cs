using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>What is a panic in the kernel is an exception here.</summary>
internal static class ThrowHelpers
{
    /// <summary>An index lay outside its span or array.</summary>
    [DoesNotReturn]
    internal static void IndexOutOfRange() =>
        throw new InvalidOperationException("an index outside its span: the kernel would panic");
}
