using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>
/// What would be an exception elsewhere is a bug here, and ends in the program's own panic: a function
/// that it exports under the name <c>OnLanguageFault</c>.
/// </summary>
internal static class ThrowHelpers
{
    // The compiler takes what has no return for what does not come back, and then puts the call behind the function's
    // other code, once for all that want it: so the loops, which go around no second time.

    /// <summary>An index lay outside its span or array.</summary>
    [DoesNotReturn]
    internal static void IndexOutOfRange()
    {
        while (true)
        {
            Fail(LanguageFault.IndexOutOfRange);
        }
    }

    /// <summary>A nullable was asked for a value that it does not have.</summary>
    [DoesNotReturn]
    internal static void NoValue()
    {
        while (true)
        {
            Fail(LanguageFault.NoValue);
        }
    }

    /// <summary>A body ran that the compiler should have replaced.</summary>
    [DoesNotReturn]
    internal static void Unreachable()
    {
        while (true)
        {
            Fail(LanguageFault.Unreachable);
        }
    }

    /// <summary>The end that the program has for such a fault.</summary>
    [DoesNotReturn]
    internal static void Fail(LanguageFault fault)
    {
        while (true)
        {
            OnLanguageFault(fault);
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("OnLanguageFault")]
    private static extern void OnLanguageFault(LanguageFault fault);
}

/// <summary>What a language construct found wrong at run time.</summary>
public enum LanguageFault
{
    /// <summary>An index lay outside its span or array.</summary>
    IndexOutOfRange,

    /// <summary>A nullable was asked for a value that it does not have.</summary>
    NoValue,

    /// <summary>A body ran that the compiler should have replaced.</summary>
    Unreachable,

    /// <summary>A <c>checked</c> operation passed its type's range.</summary>
    Overflow,

    /// <summary>A division by zero that the compiler saw.</summary>
    DivideByZero,

    /// <summary>A null reference that the compiler saw.</summary>
    NullReference,

    /// <summary>A cast that cannot succeed.</summary>
    InvalidCast,

    /// <summary>The type system was asked for what this library does not have.</summary>
    NotSupported,
}
