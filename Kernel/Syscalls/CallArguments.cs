using Kernel.Abi;

namespace Kernel.Syscalls;

/// <summary>What is in a system call's registers, as the program put it there: allegations, all of them.</summary>
/// <param name="First">RDI.</param>
/// <param name="Second">RSI.</param>
/// <param name="Third">RDX.</param>
/// <param name="Fourth">R10.</param>
/// <param name="Fifth">R8.</param>
/// <param name="Sixth">R9.</param>
public readonly record struct CallArguments(
    ulong First, ulong Second, ulong Third, ulong Fourth, ulong Fifth, ulong Sixth)
{
    /// <summary>Those of a call that has a whole short message instead.</summary>
    internal CallArguments Shortened => new(First, MessageInfo.ShortBytes, 0, 0, 0, 0);
}
