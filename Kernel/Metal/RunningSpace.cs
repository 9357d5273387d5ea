using System.Runtime.CompilerServices;
using Kernel.Memory;

namespace Kernel.Metal;

/// <summary>Which address space page faults are about: where it lies, so that its owner sees what becomes of it.</summary>
internal unsafe struct RunningSpace
{
    private AddressSpace* _space;

    /// <summary>The space; there is one while a program runs.</summary>
    internal readonly ref AddressSpace Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *_space;
    }

    /// <summary>From now on it is this one, which stays where it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(ref AddressSpace space) => _space = (AddressSpace*)Unsafe.AsPointer(ref space);
}
