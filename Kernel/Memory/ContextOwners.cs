using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Which space each process-context identifier stands for (Intel SDM vol. 3, 4.10.1). The processor may remember
/// translations of a space only while it owns its context here; a space that was changed while it did not run loses
/// it, and is flushed when it runs again.
/// </summary>
public struct ContextOwners
{
    private const int Count = 64;
    private const ulong KeepTranslations = 1UL << 63;

    private Roots _owners;
    private byte _last;

    /// <summary>Whether the processor tells contexts apart; without that every space has context 0.</summary>
    public bool AreUsed { get; internal set; }

    /// <summary>A context for a new space. Several spaces may get the same one, of which only one owns it.</summary>
    internal byte Next()
    {
        if (!AreUsed)
        {
            return 0;
        }

        _last = (byte)(_last == Count - 1 ? 1 : _last + 1);
        return _last;
    }

    /// <summary>What the processor remembers of a space is not true any more.</summary>
    internal void Forget(in AddressSpace space)
    {
        if (space.Context != 0 && _owners[space.Context] == space.Root)
        {
            _owners[space.Context] = Frame.None;
        }
    }

    /// <summary>
    /// What CR3 gets when a space is activated: its root and context, and whether translations are kept.
    /// </summary>
    internal ulong Activate(in AddressSpace space)
    {
        if (space.Context == 0)
        {
            return space.Root.Address.Value;
        }

        ulong keeps = _owners[space.Context] == space.Root ? KeepTranslations : 0;
        _owners[space.Context] = space.Root;
        return space.Root.Address.Value | space.Context | keeps;
    }

    [InlineArray(Count)]
    private struct Roots
    {
        private Frame _first;
    }
}
