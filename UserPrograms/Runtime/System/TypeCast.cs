using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Runtime;

/// <summary>Casts, which the compiler calls by name. Programs have no variance of generic interfaces.</summary>
internal static unsafe class TypeCast
{
    private static object? IsInstanceOfAny(MethodTable* type, object? value) =>
        value is not null && IsA(value.m_pMethodTable, type) ? value : null;

    private static object? IsInstanceOfInterface(MethodTable* type, object? value) => IsInstanceOfAny(type, value);

    private static object? IsInstanceOfClass(MethodTable* type, object? value) => IsInstanceOfAny(type, value);

    private static bool IsInstanceOfException(MethodTable* type, object? value) =>
        value is not null && IsA(value.m_pMethodTable, type);

    private static object? CheckCastAny(MethodTable* type, object? value)
    {
        if (value is not null && !IsA(value.m_pMethodTable, type))
        {
            ThrowHelpers.Fail(LanguageFault.InvalidCast);
        }

        return value;
    }

    private static object? CheckCastInterface(MethodTable* type, object? value) => CheckCastAny(type, value);

    private static object? CheckCastClass(MethodTable* type, object? value) => CheckCastAny(type, value);

    private static object? CheckCastClassSpecial(MethodTable* type, object? value) => CheckCastAny(type, value);

    private static void StelemRef(object?[] array, nint index, object? value)
    {
        if ((nuint)index >= (uint)array.Length)
        {
            ThrowHelpers.IndexOutOfRange();
        }

        ref object? element = ref Element(array, index);
        MethodTable* wanted = ((object)array).m_pMethodTable->Related;
        if (value is not null && !IsA(value.m_pMethodTable, wanted))
        {
            ThrowHelpers.Fail(LanguageFault.InvalidCast);
        }

        element = value;
    }

    private static ref object? LdelemaRef(object?[] array, nint index, nint type)
    {
        if ((nuint)index >= (uint)array.Length)
        {
            ThrowHelpers.IndexOutOfRange();
        }

        if (((object)array).m_pMethodTable->Related != (MethodTable*)type)
        {
            ThrowHelpers.Fail(LanguageFault.InvalidCast);
        }

        return ref Element(array, index);
    }

    private static ref object? Element(object?[] array, nint index) =>
        ref Unsafe.Add(ref Unsafe.As<byte, object?>(ref ((Array)(object)array).FirstByte), index);

    private static bool IsA(MethodTable* type, MethodTable* wanted)
    {
        if (type->IsArray && wanted->IsArray)
        {
            return IsA(type->Related, wanted->Related);
        }

        for (int i = 0; wanted->Shape == TypeShape.Interface && i < type->Interfaces; i++)
        {
            if (MethodTable.InterfaceAt(type, i) == wanted)
            {
                return true;
            }
        }

        MethodTable* at = type;
        while (at != null && at != wanted)
        {
            at = at->Base;
        }

        // Arrays tell their elements where others tell their base: the root is everybody's.
        return at == wanted || wanted->Base == null && wanted->Shape != TypeShape.Interface && !wanted->IsArray;
    }
}
