using System.Runtime.CompilerServices;
using Kernel.Memory;
using Kernel.Traps;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>
/// The processor's local APIC, for its timer alone (Intel SDM vol. 3, chapter 11). Its registers are in a page of
/// physical memory; where the firmware has left it in x2APIC mode, they are model-specific registers instead.
/// </summary>
internal struct LocalApic
{
    /// <summary>The timer's clock is divided by this before it counts.</summary>
    internal const ulong Divisor = 16;

    private const ulong AddressMask = 0x000F_FFFF_FFFF_F000;
    private const ulong X2Mode = 1 << 10;
    private const uint Enabled = 1 << 8;
    private const uint Masked = 1 << 16;
    private const uint Periodic = 1 << 17;
    private const uint ExternalInterrupts = 0b111 << 8;
    private const uint DivideBy16 = 0b0011;

    private bool _isX2;

    /// <summary>The page of the registers. Asked only where there is a local APIC.</summary>
    internal static PhysAddr Registers => new(Base & AddressMask);

    /// <summary>What the timer has counted since <see cref="Open"/>; it stops at the highest that it can.</summary>
    internal readonly uint Counted => uint.MaxValue - Read(LocalApicRegister.CurrentCount);

    private static ulong Base => Cpu.ReadModelSpecific(ModelSpecificRegister.LocalApicBase);

    /// <summary>
    /// Switches it on, for vectors of every priority. What the firmware set up beside that stays: NMI, and what concerns
    /// the firmware itself. The timer counts down from the highest number, and interrupts nobody.
    /// </summary>
    internal void Open()
    {
        _isX2 = (Base & X2Mode) != 0;
        Set(LocalApicRegister.SpuriousVector, Enabled | (uint)TrapVector.SpuriousApic);
        Set(LocalApicRegister.TaskPriority, 0);
        Set(LocalApicRegister.TimerVector, Masked | (uint)TrapVector.Timer);
        Set(LocalApicRegister.DivideConfiguration, DivideBy16);
        Set(LocalApicRegister.InitialCount, uint.MaxValue);
    }

    /// <summary>
    /// Ticks each time so many counts have passed, from now on; the 8259s no longer reach the processor by it.
    /// </summary>
    internal readonly void Tick(uint counts)
    {
        Set(LocalApicRegister.Line0, Read(LocalApicRegister.Line0) | Masked);
        Set(LocalApicRegister.TimerVector, Periodic | (uint)TrapVector.Timer);
        Set(LocalApicRegister.InitialCount, counts);
    }

    /// <summary>Lets the 8259s' interrupts through, for a machine where this timer does not count (11.5.1, ExtINT).</summary>
    internal readonly void AdmitControllers() => Set(LocalApicRegister.Line0, ExternalInterrupts);

    /// <summary>Says that the interrupt in service has been handled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void EndOfInterrupt() => Write(LocalApicRegister.EndOfInterrupt, 0);

    private static ModelSpecificRegister Numbered(LocalApicRegister register) =>
        (ModelSpecificRegister)((uint)ModelSpecificRegister.LocalApicRegisters + ((uint)register >> 4));

    private static unsafe uint* At(LocalApicRegister register) =>
        (uint*)(KernelLayout.LocalApic.Value + (uint)register);

    private readonly unsafe uint Read(LocalApicRegister register) =>
        _isX2 ? (uint)Cpu.ReadModelSpecific(Numbered(register)) : *At(register);

    // Out of line, as it happens once; what each tick writes is in its place.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Set(LocalApicRegister register, uint value) => Write(register, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly unsafe void Write(LocalApicRegister register, uint value)
    {
        if (_isX2)
        {
            Cpu.WriteModelSpecific(Numbered(register), value);
        }
        else
        {
            *At(register) = value;
        }
    }
}
