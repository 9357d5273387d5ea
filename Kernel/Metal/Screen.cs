using Kernel.Console;
using Kernel.Firmware;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>Finds the screen and puts the console onto it.</summary>
internal static class Screen
{
    private const ulong OffsetInPage = 0xFFF;

    // What a PC's firmware leaves on where nobody says otherwise: 80 by 25 cells of VGA text.
    private static FramebufferInfo VgaText =>
        new(FramebufferKind.Text, new PhysAddr(0xB8000), 160, 80, 25, 16, default, default, default);

    /// <summary>The screen that the boot loader describes, or VGA text where it describes none.</summary>
    internal static FramebufferInfo Info =>
        State.Boot.Framebuffer.Kind == FramebufferKind.None ? VgaText : State.Boot.Framebuffer;

    /// <summary>Opens the screen where the kernel's own tables have it.</summary>
    internal static void Open() => OpenAt(KernelLayout.Screen + new ByteCount(Info.Address.Value & OffsetInPage));

    /// <summary>
    /// Opens the screen through the tables of the boot, which map the first 4 GiB: for what has to be said before the
    /// kernel has its own. A screen that lies higher stays dark.
    /// </summary>
    internal static void OpenEarly()
    {
        if (Info.Range.End <= KernelTables.ReachableEnd)
        {
            OpenAt(KernelLayout.InDirectMap(Info.Address));
        }
    }

    private static void OpenAt(VirtAddr start)
    {
        FramebufferInfo info = Info;
        State.Screen = new ScreenMapping(start, (int)info.Size.Value);
        ConsoleState.Console.TryOpenScreen(info);
    }
}
