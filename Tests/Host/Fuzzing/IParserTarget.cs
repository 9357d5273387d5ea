using System;
using System.Collections.Generic;

namespace Kernel.Tests.Host.Fuzzing;

/// <summary>A parser of the kernel, what to feed it with, and what must hold of whatever it makes of that.</summary>
internal interface IParserTarget
{
    /// <summary>Inputs from which all others descend; the parser takes some of them.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Pieces that chance would not put together: numbers, words, whole headers.</summary>
    IReadOnlyList<byte[]> Words { get; }

    /// <summary>Where the bytes lie that mean something, in an input as long as the first seed.</summary>
    IReadOnlyList<Range> Places => [Range.All];

    /// <summary>The errors, and the lack of one, that there must be inputs for.</summary>
    IReadOnlyList<Enum> Results { get; }

    /// <summary>Sets right what damage nearly always breaks: checksums, lengths of the whole.</summary>
    void Repair(Span<byte> input)
    {
    }

    /// <summary>
    /// Lets the parser loose on an input, whose end is the end of all memory that it has. What must not be is an
    /// exception.
    /// </summary>
    Outcome Parse(Memory<byte> input);
}
