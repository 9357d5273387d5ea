using System.Runtime.CompilerServices;
using Kernel.Abi;

namespace Kernel.Tasks;

/// <summary>
/// An entry of a task's handle table. A free one is zeros, but for a record that means nothing, and
/// <see cref="Serial"/>.
/// </summary>
internal struct HandleEntry
{
    /// <summary>What <see cref="SendSerial"/> is where there is no quick way.</summary>
    internal const ulong NotQuick = ulong.MaxValue;

    /// <summary>The handle that names this entry; 0 where it is free.</summary>
    internal uint Key;

    /// <summary>What it stands for.</summary>
    internal HandleMark Mark;

    // Here, where there is room: an entry has 32 bytes.
    private byte _rights;

    /// <summary>
    /// <see cref="Serial"/> where a message may be handed over at once: the right to send is there, and the task is no
    /// less urgent than the holder.
    /// </summary>
    internal ulong SendSerial;

    /// <summary>
    /// The serial of the task; for <see cref="HandleMark.EndedChild"/> its <see cref="ExitStatus"/>; for a free entry
    /// the index of the next free one, 0 where it is the last.
    /// </summary>
    internal ulong Serial;

    /// <summary>Where the task's record is, or was.</summary>
    internal TaskSlot Task;

    /// <summary>What may be done with it.</summary>
    internal HandleRights Rights
    {
        readonly get => (HandleRights)_rights;
        set => _rights = (byte)value;
    }

    /// <summary>Whether the task has not ended: its record would have another serial, or be none.</summary>
    internal readonly bool IsAlive
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Mark != HandleMark.EndedChild && Task.Holds(Serial);
    }
}
