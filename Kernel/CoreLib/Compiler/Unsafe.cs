namespace System.Runtime.CompilerServices;

#pragma warning disable CS8500 // The address of a managed type: the kernel has no garbage collector that moves one.

/// <summary>
/// References as addresses. The compiler replaces every call by the instruction that it stands for; the bodies say
/// the same in C#.
/// </summary>
public static unsafe class Unsafe
{
    /// <summary>The reference's address.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* AsPointer<T>(ref readonly T value)
        where T : allows ref struct
    {
        ThrowHelpers.Unreachable();
        return null;
    }

    /// <summary>The reference at an address.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T AsRef<T>(void* source)
        where T : allows ref struct => ref *(T*)source;

    /// <summary>The same reference, writable.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T AsRef<T>(scoped ref readonly T source)
        where T : allows ref struct => ref *(T*)AsPointer(in source);

    /// <summary>The same place as another type.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref TTo As<TFrom, TTo>(ref TFrom source)
        where TFrom : allows ref struct
        where TTo : allows ref struct => ref *(TTo*)AsPointer(in source);

    /// <summary>The size in bytes.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf<T>()
        where T : allows ref struct => sizeof(T);

    /// <summary>So many elements further on.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Add<T>(ref T source, int elements)
        where T : allows ref struct => ref *((T*)AsPointer(in source) + elements);

    /// <summary>So many elements further on.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Add<T>(ref T source, nint elements)
        where T : allows ref struct => ref *((T*)AsPointer(in source) + elements);

    /// <summary>So many bytes further on.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T AddByteOffset<T>(ref T source, nuint bytes)
        where T : allows ref struct => ref *(T*)((byte*)AsPointer(in source) + bytes);

    /// <summary>How many bytes one reference lies behind another.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint ByteOffset<T>(ref readonly T origin, ref readonly T target)
        where T : allows ref struct => (nint)((byte*)AsPointer(in target) - (byte*)AsPointer(in origin));

    /// <summary>Reads a value from any address.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ReadUnaligned<T>(ref readonly byte source)
        where T : allows ref struct => *(T*)AsPointer(in source);

    /// <summary>Writes a value to any address.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUnaligned<T>(ref byte destination, T value)
        where T : allows ref struct => *(T*)AsPointer(in destination) = value;

    /// <summary>The two are the same place.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreSame<T>(ref readonly T left, ref readonly T right)
        where T : allows ref struct => AsPointer(in left) == AsPointer(in right);

    /// <summary>The reference to nothing.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T NullRef<T>()
        where T : allows ref struct => ref *(T*)null;

    /// <summary>The same bits as another type of the same size.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TTo BitCast<TFrom, TTo>(TFrom source)
        where TFrom : allows ref struct
        where TTo : allows ref struct => *(TTo*)&source;
}
