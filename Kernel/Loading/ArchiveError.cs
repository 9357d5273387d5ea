namespace Kernel.Loading;

/// <summary>What is wrong with an archive, and where; the default value says that nothing is.</summary>
/// <param name="Fault">What; <see cref="ArchiveErrorText.Describe"/> has the words.</param>
/// <param name="Field">In which part of an entry.</param>
/// <param name="Offset">Where that part begins, in bytes from the archive's start; it may be the archive's end.</param>
public readonly record struct ArchiveError(ArchiveFault Fault, ArchiveField Field, ulong Offset)
{
    /// <summary>Nothing is wrong.</summary>
    public static ArchiveError None => default;

    /// <summary>Whether something is wrong.</summary>
    public bool IsError => Fault != ArchiveFault.None;
}
