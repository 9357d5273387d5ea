using System.Runtime.InteropServices;
using Kernel.Units;

namespace Kernel.Tasks;

/// <summary>What a message is received as (<see cref="Abi.SenderId"/>): its sender's record, and which message.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct ReplyKey
{
    /// <summary>Both, as programs see it. 0 in no task's record.</summary>
    [FieldOffset(0)]
    internal readonly ulong Value;

    /// <summary>Which of the sender's messages.</summary>
    [FieldOffset(0)]
    internal uint Count;

    [FieldOffset(4)]
    private readonly uint _frame;

    /// <summary>The key of no message yet; the next one's is another than each up to this count.</summary>
    internal ReplyKey(Frame record, uint count)
    {
        Value = 0;
        Count = count;
        _frame = record.Number;
    }
}
