namespace UserPrograms;

/// <summary>
/// Where each task has memory of which use. Each place has 64 MiB of its own, empty but for its first bytes: what runs
/// over its end meets a hole. All are below one table of the second level, for tasks to end quickly.
/// </summary>
internal static class Places
{
    /// <summary>The bytes of a page.</summary>
    internal const ulong Page = 4096;

    /// <summary>What is sent: words that tell where they were (<see cref="Pattern"/>). No call writes here.</summary>
    internal const ulong Sent = 0x20_0000_0000;

    /// <summary>What is received.</summary>
    internal const ulong Received = 0x20_0400_0000;

    /// <summary>The bytes of either.</summary>
    internal const int Bytes = 8 * (int)Page;

    /// <summary>Pages that come and go (<see cref="Ground"/>).</summary>
    internal const ulong Ground = 0x20_0800_0000;

    /// <summary>A page of zeros to read, in the middle of a place.</summary>
    internal const ulong ReadOnly = 0x20_0C00_0000;

    /// <summary>Names, arguments and options of programs to start. No call writes here.</summary>
    internal const ulong Names = 0x20_1000_0000;

    /// <summary>Where programs' own memory ends.</summary>
    internal const ulong End = 0x8000_0000_0000;

    private const ulong Image = 0x2000_0000;
    private const ulong Heap = 0x10_0000_0000;
    private const ulong Stacks = 0x7F00_0000_0000;
    private const int PlaceShift = 26;

    /// <summary>Whether a call must not write there, nor change what is mapped: what the fuzzer itself needs.</summary>
    internal static bool IsKept(ulong address) =>
        address is (>= Page and < Image) or (>= Stacks and < End)
        || (address >> PlaceShift << PlaceShift) is Heap or Sent or Names;

    /// <summary>Whether pages there are not to be mapped, unmapped or protected.</summary>
    internal static bool IsFixed(ulong address) =>
        IsKept(address) || (address >> PlaceShift << PlaceShift) is Received or ReadOnly;
}
