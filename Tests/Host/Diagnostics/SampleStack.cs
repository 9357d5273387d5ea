using Kernel.Diagnostics;
using Kernel.Units;

namespace Kernel.Tests.Host.Diagnostics;

/// <summary>A stack with these words; reads of anything else fail.</summary>
internal readonly struct SampleStack(ulong start, params ulong[] words) : IStackMemory
{
    private const ulong WordSize = sizeof(ulong);

    public bool TryRead(VirtAddr address, out ulong value)
    {
        ulong index = (address.Value - start) / WordSize;
        bool inside = address.Value % WordSize == 0 && address.Value >= start && index < (ulong)words.Length;
        value = inside ? words[index] : 0;
        return inside;
    }
}
