using Kernel.Abi;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Tasks;

/// <summary>
/// A task's record: all that the kernel knows of it. There is no kernel stack to a task, so what it waits for is here.
/// A record has a frame of its own; its last kibibyte keeps the vector registers of a task that was interrupted.
/// </summary>
internal struct Task
{
    /// <summary>Its registers while it does not run. First: Boot/tasks.inc counts on it.</summary>
    internal SavedRegisters Registers;

    /// <summary>Its number, which no other task ever has: see <see cref="TaskSerials"/>.</summary>
    internal ulong Serial;

    /// <summary>Its address space.</summary>
    internal AddressSpace Space;

    /// <summary>What it does, where that is not <see cref="Core.StateOf"/>'s to find out: then it is Ready.</summary>
    internal TaskState RecordedState;

    /// <summary>How urgent it is.</summary>
    internal Priority Priority;

    /// <summary>Its neighbours in the queue that it is in.</summary>
    internal TaskSlot Next;

    /// <summary>The one before it.</summary>
    internal TaskSlot Previous;

    /// <summary>
    /// Whom it waits for: who has, or will get, its message, or whose end it waits for. None for any child's, and while
    /// it does not wait.
    /// </summary>
    internal TaskSlot Peer;

    /// <summary>What its last message was received as: good for a reply while it waits for one.</summary>
    internal ReplyKey ReplyKey;

    /// <summary>What it sends or replies, while that waits.</summary>
    internal OutgoingMessage Outgoing;

    /// <summary>Where the message or the reply goes that it waits for. Whether that can be is looked at then.</summary>
    internal VirtAddr IncomingStart;

    /// <summary>The most bytes of it.</summary>
    internal ByteCount IncomingCapacity;

    /// <summary>Who waits to send to it.</summary>
    internal PriorityLists Senders;

    /// <summary>Whose messages it has received and not yet answered, but for <see cref="Client"/>.</summary>
    internal TaskList Owed;

    /// <summary>
    /// The sender whose message came last and is not yet answered: the usual reply is to this one. Itself where there is
    /// none.
    /// </summary>
    internal TaskSlot Client;

    /// <summary>Who waits for its end, the parent aside.</summary>
    internal TaskList Waiters;

    /// <summary>Who made it.</summary>
    internal TaskSlot Parent;

    /// <summary>The parent's serial: it may have ended.</summary>
    internal ulong ParentSerial;

    /// <summary>The parent's handle for it.</summary>
    internal Handle ParentHandle;

    /// <summary>Where it waits for one task: the handle for that.</summary>
    internal Handle Awaited;

    /// <summary>How many tasks it may have beneath it, itself included.</summary>
    internal uint TaskQuota;

    /// <summary>Which program it runs.</summary>
    internal byte Program;

    /// <summary>Whom it may address. <c>X64TaskSlot</c> knows where this begins.</summary>
    internal HandleTable Handles;

    /// <summary>Where it is among those that sleep.</summary>
    internal Slumber Slumber;

    /// <summary>The last search for who waits for whom that came by.</summary>
    internal ulong Search;

    /// <summary>In such a search, while it waits for any child: another one that does, still to be looked at.</summary>
    internal TaskSlot NextParent;
}
