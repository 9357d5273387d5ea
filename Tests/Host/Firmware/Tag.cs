namespace Kernel.Tests.Host.Firmware;

/// <summary>A multiboot2 tag, whose size need not tell the truth.</summary>
internal sealed record Tag(uint Type, uint Size, byte[] Body)
{
    /// <summary>The bytes that it takes, up to the next tag.</summary>
    public int PaddedLength => (8 + Body.Length + 7) & ~7;
}
