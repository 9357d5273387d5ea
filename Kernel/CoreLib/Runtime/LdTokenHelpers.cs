using System;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>
/// What <c>ldtoken</c> becomes: asked for by name for constant tables, and gone once those are expanded.
/// </summary>
internal static class LdTokenHelpers
{
    private static RuntimeTypeHandle GetRuntimeTypeHandle(nint type) => default;

    private static RuntimeMethodHandle GetRuntimeMethodHandle(nint method) => default;

    private static RuntimeFieldHandle GetRuntimeFieldHandle(nint field) => default;

    private static Type? GetRuntimeType(nint type) => null;
}
