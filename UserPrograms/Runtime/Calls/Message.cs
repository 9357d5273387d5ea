using System.Runtime.InteropServices;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>
/// What came: a message or a reply. Its bytes are in the buffer that was given. calls.asm writes it in this order.
/// </summary>
/// <param name="Info">Its length, and how many handles came with it.</param>
/// <param name="Sender">Who sent it, and waits for a reply; none where this is a reply.</param>
/// <param name="Handles">The handles.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Message(MessageInfo Info, SenderId Sender, ReceivedHandles Handles)
{
    /// <summary>The length in bytes: the true one, also where the buffer was shorter.</summary>
    public ulong Length => Info.Length;
}
