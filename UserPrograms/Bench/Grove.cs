using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>Many tasks that do nothing but wait for a message, each as small as a task can be.</summary>
internal static class Grove
{
    // Its record and its root, three tables, and the page of its code.
    private const ulong FramesPerTask = 6;

    // What a program is charged when it begins.
    private const ulong FramesAtFirst = 256;

    /// <summary>
    /// Starts a program that becomes 2^n tasks, and waits until there are so many. False where one could not be made:
    /// the machine has too little memory.
    /// </summary>
    /// <param name="doublings">n.</param>
    /// <param name="arguments">The program's arguments, which say n as well.</param>
    internal static bool TryStart(int doublings, ReadOnlySpan<byte> arguments)
    {
        ulong tasks = 1UL << doublings;
        ulong before = Call.Count(Counter.Tasks);
        var options = new SpawnOptions { Frames = (FramesPerTask * tasks) + FramesAtFirst, Tasks = (uint)tasks };
        if (Call.Spawn("bench"u8, arguments, in options, out _) != CallError.None)
        {
            return false;
        }

        // Whoever is not there yet is made in one of these turns; where none is made in one, none will be.
        ulong last = before;
        for (ulong now = before + 1; now != last; now = Call.Count(Counter.Tasks))
        {
            last = now;
            Call.Yield().OrFail("yield");
        }

        return last == before + tasks;
    }

    /// <summary>In that program: what it becomes.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("plant_grove")]
    internal static extern void Plant(ulong doublings);
}
