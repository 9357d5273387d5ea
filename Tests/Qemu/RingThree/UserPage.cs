namespace QemuTests.RingThree;

/// <summary>What a program can do with a page of 4 KiB, which it can read in any case.</summary>
/// <param name="Frame">The physical address of its frame.</param>
/// <param name="IsWritable">It can be written to at once: the entries of all levels allow it.</param>
/// <param name="IsExecutable">It can be executed: the entries of all levels allow it.</param>
internal readonly record struct UserPage(ulong Frame, bool IsWritable, bool IsExecutable)
{
    /// <summary>Its size in bytes.</summary>
    public const ulong Size = 4096;

    /// <inheritdoc/>
    public override string ToString() => $"{Frame:x} r{(IsWritable ? 'w' : '-')}{(IsExecutable ? 'x' : '-')}";
}
