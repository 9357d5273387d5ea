using System.Runtime.CompilerServices;

namespace Kernel.Traps;

/// <summary>Room for one piece of a panic's text.</summary>
[InlineArray(256)]
internal struct PanicSpace
{
    private byte _first;
}
