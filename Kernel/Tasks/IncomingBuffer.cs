using Kernel.Units;

namespace Kernel.Tasks;

/// <summary>Where a message is wanted. Whether that can be is looked at when there is one.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Capacity">The most bytes.</param>
internal readonly record struct IncomingBuffer(VirtAddr Start, ByteCount Capacity);
