namespace System.Runtime.CompilerServices;

/// <summary>What the language's own expansions call.</summary>
public static class RuntimeHelpers
{
    /// <summary>
    /// A constant table in the image's read-only data: what <c>ReadOnlySpan&lt;uint&gt; x = [1, 2]</c> becomes.
    /// The compiler replaces every call.
    /// </summary>
    [Intrinsic]
    public static ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle field)
    {
        ThrowHelpers.Unreachable();
        return default;
    }

    /// <summary>The type is, or holds, an object reference.</summary>
    [Intrinsic]
    public static bool IsReferenceOrContainsReferences<T>() => false;

    /// <summary>Bytes from an object's start to a string's first character.</summary>
    public static int OffsetToStringData => 12;
}
