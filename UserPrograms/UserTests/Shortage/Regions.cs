namespace UserPrograms;

/// <summary>Places without a table above them.</summary>
internal static class Regions
{
    /// <summary>One place.</summary>
    internal const ulong First = 0x100_0000_0000;

    /// <summary>Another one.</summary>
    internal const ulong Second = 0x200_0000_0000;
}
