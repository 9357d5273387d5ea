using System.Collections.Generic;

namespace Kernel.Tests.Model;

/// <summary>How far the model goes: what Promela/rendezvous.pml says of each.</summary>
internal readonly record struct Bounds(int Tasks, int Entries, int Forks, int Gifts, int Edits, bool HasTurns = false)
{
    /// <summary>As spin is told.</summary>
    public IReadOnlyList<string> Definitions =>
    [
        $"-DTASKS={Tasks}", $"-DENTRIES={Entries}", $"-DFORKS={Forks}", $"-DGIFTS={Gifts}", $"-DEDITS={Edits}",
        .. HasTurns ? (string[])["-DTURNS"] : [],
    ];
}
