using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Metal;

namespace Kernel.Ring3;

/// <summary>The switches that decide what the kernel may do with pages: CR0.WP, CR4.SMEP and CR4.SMAP.</summary>
internal readonly struct WalkControls(ulong cr0, ulong cr4)
{
    private const ulong WriteProtect = 1 << 16;

    /// <summary>The processor's own.</summary>
    internal static WalkControls Now => new(Cpu.ReadCr0(), Cpu.ReadCr4());

    /// <summary>The same with the three switches of a batch.</summary>
    internal WalkControls With(ulong batch) => new(
        Switch(cr0, WriteProtect, WalkedAccess.HasWriteProtect(batch)),
        Switch(
            Switch(cr4, (ulong)ControlRegister4.Smep, WalkedAccess.HasSmep(batch)),
            (ulong)ControlRegister4.Smap,
            WalkedAccess.HasSmap(batch)));

    /// <summary>They are the processor's from now on.</summary>
    internal void Use()
    {
        WriteCr0(cr0);
        Cpu.WriteCr4(cr4);
    }

    private static ulong Switch(ulong register, ulong bit, bool isOn) => isOn ? register | bit : register & ~bit;

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("walk_write_cr0")]
    private static extern void WriteCr0(ulong value);
}
