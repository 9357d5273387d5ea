using System.Runtime.CompilerServices;

namespace Kernel.Console;

/// <summary>Space for a stamp or a duration: the longest takes 60 bytes.</summary>
[InlineArray(64)]
internal struct StampSpace
{
    private byte _first;
}
