using System.Runtime.CompilerServices;

namespace Kernel.Abi;

/// <summary>
/// A handle on its way to another task, which gets one of its own for the same task. Two travel in a register: the
/// first in its lower half. All zeros is none.
/// </summary>
/// <param name="Value">
/// Bits 30 to 0: the sender's handle. Bit 31: it is moved, that is, closed at the sender. What rights it carries is
/// decided by who sends it: <see cref="SystemCall.Duplicate"/> makes one with fewer.
/// </param>
public readonly record struct HandleGift(uint Value)
{
    /// <summary>The most in one message.</summary>
    public const int MostPerMessage = 4;

    /// <summary>The bit that says that the handle is moved.</summary>
    public const uint Moved = 1u << 31;

    /// <summary>A handle to give, which the giver keeps or loses by it.</summary>
    public HandleGift(Handle handle, bool isMoved)
        : this(handle.Value | (isMoved ? Moved : 0))
    {
    }

    /// <summary>The giver's handle.</summary>
    public Handle Handle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Value & ~Moved);
    }

    /// <summary>Whether the giver loses it.</summary>
    public bool IsMoved
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Value & Moved) != 0;
    }
}
