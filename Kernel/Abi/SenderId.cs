namespace Kernel.Abi;

/// <summary>
/// A sender that waits for a reply: what a receiver is given, and good for one reply of this receiver.
/// </summary>
/// <param name="Value">Bits 63 to 32: the sender's <see cref="Task"/>; bits 31 to 0: which of its messages.</param>
public readonly record struct SenderId(ulong Value)
{
    private const int TaskShift = 32;

    /// <summary>No sender.</summary>
    public static SenderId None => default;

    /// <summary>The number of the sending task: the same for all its messages, and no other living task's.</summary>
    public uint Task => (uint)(Value >> TaskShift);
}
