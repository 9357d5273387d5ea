namespace Simulator.Model;

/// <summary>A page as its program knows it.</summary>
/// <param name="MayWrite">It may be written.</param>
/// <param name="MayExecute">It may be executed.</param>
/// <param name="IsGuard">It is mapped, and nobody may touch it.</param>
/// <param name="Bytes">What is in it, never changed in place; null for zeros.</param>
internal readonly record struct ModelPage(bool MayWrite, bool MayExecute, bool IsGuard, byte[]? Bytes)
{
    /// <summary>The bytes of a page.</summary>
    public const int Size = 256;

    /// <summary>Log2 of them.</summary>
    public const int Shift = 8;

    /// <summary>What is in a page of zeros.</summary>
    public static readonly byte[] Zeros = new byte[Size];

    /// <summary>What is in it.</summary>
    public byte[] Contents => Bytes ?? Zeros;
}
