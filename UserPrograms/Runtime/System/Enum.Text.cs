using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <content>As text: the names are not there at run time.</content>
public abstract unsafe partial class Enum
{
    private long _value;

    /// <summary>The number that stands for the member.</summary>
    public override string ToString() => m_pMethodTable->Shape switch
    {
        TypeShape.SByte => NumberString.Of((long)Unsafe.As<long, sbyte>(ref _value)),
        TypeShape.Byte => NumberString.Of((ulong)Unsafe.As<long, byte>(ref _value)),
        TypeShape.Int16 => NumberString.Of((long)Unsafe.As<long, short>(ref _value)),
        TypeShape.UInt16 => NumberString.Of((ulong)Unsafe.As<long, ushort>(ref _value)),
        TypeShape.Int32 => NumberString.Of((long)Unsafe.As<long, int>(ref _value)),
        TypeShape.UInt32 => NumberString.Of((ulong)Unsafe.As<long, uint>(ref _value)),
        TypeShape.Int64 => NumberString.Of(_value),
        _ => NumberString.Of((ulong)_value),
    };
}
