using System;
using Kernel.Abi;
using Kernel.Console;
using Kernel.Firmware;
using Kernel.Loading;

namespace Kernel.Metal;

/// <summary>The boot's last step: the first program of the archive that the boot loader brought.</summary>
internal static class Programs
{
    /// <summary>Does not come back where there is an archive; says so where there is none.</summary>
    internal static void Begin(ref readonly KernelImage image)
    {
        if (State.Boot.Modules.IsEmpty)
        {
            Log.Info($"there is no archive of programs: nothing more to do");
            return;
        }

        ref readonly BootModule module = ref State.Boot.Modules[0];
        if (!module.TryRead(out ReadOnlySpan<byte> bytes))
        {
            Log.Error($"the archive of programs cannot be read: it lies too high in memory");
            return;
        }

        ArchiveError damage = Archive.TryOpen(bytes, out _);
        if (damage.IsError)
        {
            Log.Error($"the archive of programs is damaged at byte {damage.Offset}: build it anew");
            return;
        }

        if (!TryStart(in module))
        {
            return;
        }

        TaskEntry.Open(in image);
        TaskEntry.Begin();
    }

    private static bool TryStart(ref readonly BootModule archive)
    {
        // A command line is shorter, and has one argument less than it has bytes.
        const int mostArguments = 1024;
        var first = new FirstProgram(State.Boot.CommandLine);
        Span<byte> space = stackalloc byte[mostArguments];
        Span<byte> arguments = space[..first.ArgumentBytes];
        first.CopyArguments(arguments);
        CallError error = State.Core.TryStartFirst(archive.Range, first.Name, arguments);
        if (error != CallError.None)
        {
            Log.Error($"the program {first.Name} cannot be started: error {(ulong)error}");
        }

        return error == CallError.None;
    }
}
