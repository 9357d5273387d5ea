using System;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Where compiled code goes when a check of the language fails: the compiler calls these by name.</summary>
internal static class ThrowHelpers
{
    private static void ThrowOverflowException() => System.ThrowHelpers.Fail(LanguageFault.Overflow);

    private static void ThrowIndexOutOfRangeException() => System.ThrowHelpers.Fail(LanguageFault.IndexOutOfRange);

    private static void ThrowNullReferenceException() => System.ThrowHelpers.Fail(LanguageFault.NullReference);

    private static void ThrowDivideByZeroException() => System.ThrowHelpers.Fail(LanguageFault.DivideByZero);

    private static void ThrowPlatformNotSupportedException() => System.ThrowHelpers.Fail(LanguageFault.NotSupported);

    private static void ThrowArgumentException() => System.ThrowHelpers.Fail(LanguageFault.NotSupported);

    private static void ThrowArgumentOutOfRangeException() => System.ThrowHelpers.Fail(LanguageFault.IndexOutOfRange);

    private static void ThrowInvalidProgramException() => System.ThrowHelpers.Fail(LanguageFault.Unreachable);

    private static void ThrowTypeLoadException() => System.ThrowHelpers.Fail(LanguageFault.Unreachable);

    private static void ThrowFeatureBodyRemoved() => System.ThrowHelpers.Fail(LanguageFault.NotSupported);

    private static void ThrowInstanceBodyRemoved() => System.ThrowHelpers.Fail(LanguageFault.NotSupported);

    private static void ThrowUnavailableType() => System.ThrowHelpers.Fail(LanguageFault.NotSupported);

    private static void ThrowBodyRemoved() => System.ThrowHelpers.Fail(LanguageFault.NotSupported);
}
