using System;

namespace Kernel.Text;

/// <summary>Where the text of an interpolated string is put together, and whether anyone wants it.</summary>
public interface ITextSpace
{
    /// <summary>
    /// Room for one text. False where nobody will read it: then none of the string's holes is even evaluated.
    /// </summary>
    static abstract bool TryOpen(out Span<byte> space);
}
