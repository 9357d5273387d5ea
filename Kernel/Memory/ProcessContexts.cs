using System.Numerics;

namespace Kernel.Memory;

/// <summary>
/// The processor's numbers for the translations of spaces (Intel SDM vol. 3, 4.10.1). A space has one from its making
/// to its end, or none. What the processor remembers under it is used again as long as nothing was changed while the
/// space did not run.
/// </summary>
public struct ProcessContexts
{
    private const int Count = 64;
    private const ulong KeepTranslations = 1UL << 63;

    // A bit for each; context 0 is that of all spaces without one.
    private ulong _free;

    /// <summary>Begins: <paramref name="areUsed"/> where the processor tells contexts apart.</summary>
    internal ProcessContexts(bool areUsed) => _free = areUsed ? ~1UL : 0;

    /// <summary>Gives a space a context, if one is free; what is remembered under it is not the space's yet.</summary>
    internal void Take(ref AddressSpace space)
    {
        int context = _free == 0 ? 0 : BitOperations.Log2(_free);
        _free &= ~(1UL << context);
        space.Register = space.Root.Address.Value | (uint)context;
    }

    /// <summary>The context of a space that ends is free again.</summary>
    internal void Return(in AddressSpace space) => _free |= 1UL << ContextOf(in space) & ~1UL;

    /// <summary>What the processor remembers of a space is not true any more.</summary>
    internal static void Forget(ref AddressSpace space) => space.Register &= ~KeepTranslations;

    /// <summary>The processor remembers nothing of a space that is not true, from now on.</summary>
    internal static void Keep(ref AddressSpace space)
    {
        if (ContextOf(in space) != 0)
        {
            space.Register |= KeepTranslations;
        }
    }

    /// <summary>Whether the processor remembers something of a space.</summary>
    internal static bool IsKept(in AddressSpace space) => (space.Register & KeepTranslations) != 0;

    /// <summary>What CR3 gets where nothing is to be kept.</summary>
    internal static ulong Flushing(ulong register) => register & ~KeepTranslations;

    private static int ContextOf(in AddressSpace space) => (int)space.Register & (Count - 1);
}
