namespace System.Runtime;

/// <summary>
/// Casts that the compiler asks for by name while it scans. There are no objects to cast, so whoever comes here at
/// run time has met a bug.
/// </summary>
internal static class TypeCast
{
    private static object? IsInstanceOfAny(nint type, object? value) => Refuse();

    private static object? IsInstanceOfInterface(nint type, object? value) => Refuse();

    private static object? IsInstanceOfClass(nint type, object? value) => Refuse();

    private static object? IsInstanceOfException(nint type, object? value) => Refuse();

    private static object? CheckCastAny(nint type, object? value) => Refuse();

    private static object? CheckCastInterface(nint type, object? value) => Refuse();

    private static object? CheckCastClass(nint type, object? value) => Refuse();

    private static object? CheckCastClassSpecial(nint type, object? value) => Refuse();

    private static object? Refuse()
    {
        ThrowHelpers.Fail(LanguageFault.InvalidCast);
        return null;
    }
}
