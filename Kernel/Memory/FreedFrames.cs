namespace Kernel.Memory;

/// <summary>What becomes of the contents of a frame that is given back.</summary>
public static class FreedFrames
{
    /// <summary>
    /// What fills one in a debug build: no canonical address, no present page-table entry, and easily recognised.
    /// </summary>
    public const ulong Junk = 0xF4EE_F4EE_F4EE_F4EE;

    /// <summary>Whether this build fills them, so that whoever uses one afterwards is found out.</summary>
    public static bool AreFilled =>
#if DEBUG_FRAMES
        true;
#else
        false;
#endif
}
