using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UserPrograms;

/// <summary>Every register of a program, as registers.asm loads and stores them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RegisterFile
{
    /// <summary>The first word of XMM0; two words a register.</summary>
    internal const int Vectors = 15;

    /// <summary>The first of the MMX registers, which are the x87's.</summary>
    internal const int Multimedia = Vectors + (2 * 16);

    /// <summary>RFLAGS.</summary>
    internal const int Flags = Multimedia + 8;

    /// <summary>By how much RSP is another one after a trap.</summary>
    internal const int StackShift = Flags + 1;

    /// <summary>How many words these are.</summary>
    internal const int Count = StackShift + 1;

    /// <summary>What <see cref="Flags"/> may always be: interrupts on, and bit 1, which is always set.</summary>
    internal const ulong PlainFlags = 0x202;

    private Words _words;

    /// <summary>All of them as words: the general ones first, in the order of <see cref="Register"/>.</summary>
    [UnscopedRef]
    internal Span<ulong> All => _words;

    /// <summary>A general register.</summary>
    internal ulong this[Register register]
    {
        readonly get => ((ReadOnlySpan<ulong>)_words)[(int)register];
        set => ((Span<ulong>)_words)[(int)register] = value;
    }

    /// <summary>A word in every register but the flags: <paramref name="pattern"/> and the register's place.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static RegisterFile Filled(ulong pattern)
    {
        // Every arithmetic flag but carry, direction, nested task, alignment check and ID; interrupts stay on.
        const ulong flags = 0x24_4ED6;
        RegisterFile file = default;
        for (int i = 0; i < Flags; i++)
        {
            file.All[i] = pattern + (ulong)i;
        }

        file.All[Flags] = flags;
        return file;
    }

    [InlineArray(Count)]
    private struct Words
    {
        private ulong _first;
    }
}
