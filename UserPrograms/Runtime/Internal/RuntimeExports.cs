using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Runtime;

/// <summary>Values as objects: the compiler calls these by name.</summary>
internal static unsafe class RuntimeExports
{
    /// <summary>A value as an object. A nullable one is none of what programs can have so.</summary>
    internal static object RhBox(MethodTable* type, ref byte value)
    {
        if (type->Shape == TypeShape.Nullable)
        {
            ThrowHelpers.Fail(LanguageFault.NotSupported);
        }

        byte* box = Allocation.NewObject(type);
        nuint size = type->BaseSize - (2 * (nuint)sizeof(nint));
        SpanHelpers.Memmove(ref box[sizeof(nint)], ref value, size);
        return Unsafe.AsRef<object>(&box);
    }

    /// <summary>The place of the value in a boxed one of the type, or of an enumeration that is stored as it.</summary>
    internal static ref byte RhUnbox2(MethodTable* type, object box)
    {
        MethodTable* found = box.m_pMethodTable;
        if (found != type && (found->Shape != type->Shape || type->Shape > TypeShape.UInt64))
        {
            ThrowHelpers.Fail(LanguageFault.InvalidCast);
        }

        return ref (*(byte**)Unsafe.AsPointer(ref box))[sizeof(nint)];
    }

    private static void RhUnboxNullable(ref byte value, MethodTable* type, object? box) =>
        ThrowHelpers.Fail(LanguageFault.NotSupported);
}
