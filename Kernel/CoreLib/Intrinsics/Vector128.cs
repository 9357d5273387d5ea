using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Runtime.Intrinsics;

/// <summary>
/// 16 bytes that the compiler knows by this name: a local variable of it is one register of SSE2. Here it can be
/// loaded and stored, and nothing else.
/// </summary>
/// <typeparam name="T">What the bytes are, one of .NET's numeric types.</typeparam>
[Intrinsic]
[StructLayout(LayoutKind.Sequential, Size = 16)]
public readonly struct Vector128<T>
{
    private readonly ulong _low;
    private readonly ulong _high;
}
