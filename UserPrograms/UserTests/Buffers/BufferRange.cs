namespace UserPrograms;

/// <summary>A run of memory that a call is told of, and whether it is the caller's.</summary>
/// <param name="Address">Where it begins.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="IsReadable">Whether the caller may read all of it.</param>
/// <param name="IsWritable">Whether it may write all of it.</param>
internal readonly record struct BufferRange(ulong Address, ulong Length, bool IsReadable, bool IsWritable)
{
    private const ulong FirstNotCanonical = 0x8000_0000_0000;
    private const ulong ProgramText = 0x40_0000;

    /// <summary>The range of this name, of so many bytes: from 2 to a page.</summary>
    internal static BufferRange Of(string name, ulong length) => name switch
    {
        "null" => Bad(0, length),
        "end of the first page" => Bad(Scratch.Page - 1, length),
        "kernel" => Bad(0xFFFF_FFFF_8010_0000, length),
        "kernel's half" => Bad(0xFFFF_8000_0000_0000, length),
        "not canonical" => Bad(1UL << 63, length),
        "first not canonical" => Bad(FirstNotCanonical, length),
        "into not canonical" => Bad(FirstNotCanonical - (length / 2), length),
        "last page" => Bad(FirstNotCanonical - Scratch.Page, length),
        "wraps to zero" => Bad(0 - (length / 2), length),
        "hole" => Bad(Scratch.Hole, length),
        "a byte into a hole" => Bad(Scratch.WritableEnd - length + 1, length),
        "a byte out of a hole" => Bad(Scratch.Writable - 1, length),
        "read-only" => ReadOnly(Scratch.ReadOnly, length),
        "into read-only" => ReadOnly(Scratch.ReadOnly - length + 1, length),
        "program text" => ReadOnly(ProgramText, length),
        "up to a hole" => Good(Scratch.WritableEnd - length, length),
        "a byte from a hole" => Good(Scratch.WritableEnd - length - 1, length),
        "from a hole on" => Good(Scratch.Writable, length),
        "over a page's edge" => Good(Scratch.Writable + Scratch.Page - 1, length),
        "pages to come" => Good(Scratch.ToCome + Scratch.Page - 1, length),
        _ => throw new ArgumentException("there is no range of this name: " + name),
    };

    private static BufferRange Bad(ulong address, ulong length) => new(address, length, false, false);

    private static BufferRange ReadOnly(ulong address, ulong length) => new(address, length, true, false);

    private static BufferRange Good(ulong address, ulong length) => new(address, length, true, true);
}
