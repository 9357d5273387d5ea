using System;
using System.Runtime;

namespace Internal.Runtime;

/// <summary>What <c>new</c> becomes: the compiler calls these by name.</summary>
internal static unsafe class Allocation
{
    /// <summary>An object, all zeros.</summary>
    [RuntimeExport("RhpNewFast")]
    internal static byte* NewObject(MethodTable* type) => SetType(Arena.Allocate(type->BaseSize), type);

    /// <summary>The same; nothing is ever finalised.</summary>
    [RuntimeExport("RhpNewFinalizable")]
    internal static byte* NewFinalizable(MethodTable* type) => NewObject(type);

    /// <summary>An array, all zeros.</summary>
    [RuntimeExport("RhpNewArrayFast")]
    internal static byte* NewArray(MethodTable* type, nint length)
    {
        if ((nuint)length > int.MaxValue)
        {
            ThrowHelpers.Fail(LanguageFault.Overflow);
        }

        byte* array = SetType(Arena.Allocate(type->BaseSize + ((ulong)length * type->ComponentSize)), type);
        ((int*)array)[2] = (int)length;
        return array;
    }

    /// <summary>The same.</summary>
    [RuntimeExport("RhNewArray")]
    internal static byte* NewAnyArray(MethodTable* type, nint length) => NewArray(type, length);

    /// <summary>An array of references.</summary>
    [RuntimeExport("RhpNewPtrArrayFast")]
    internal static byte* NewReferences(MethodTable* type, nint length) => NewArray(type, length);

    /// <summary>A string, all zeros.</summary>
    [RuntimeExport("RhNewString")]
    internal static byte* NewString(MethodTable* type, nint length) => NewArray(type, length);

    // The word below an object would be its lock, were there any.
    private static byte* SetType(byte* memory, MethodTable* type)
    {
        byte* created = memory + sizeof(nint);
        *(MethodTable**)created = type;
        return created;
    }
}
