using System.Runtime.InteropServices;

namespace Kernel.Metal;

/// <summary>What LGDT and LIDT take (Intel SDM vol. 3, figure 2-6).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly struct DescriptorTablePointer(ushort limit, ulong start)
{
    /// <summary>The table's size in bytes, less one.</summary>
    internal readonly ushort Limit = limit;

    /// <summary>The table's virtual address.</summary>
    internal readonly ulong Start = start;
}
