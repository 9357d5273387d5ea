using System;
using Kernel.Metal;

namespace Kernel.Bench;

/// <summary>
/// Figures that want more memory than the machine of all others has: each has a machine of its own, which asks for it
/// by <c>test=NAME</c>.
/// </summary>
internal static class LargeFigures
{
    /// <summary>Measures the figure of this name; panics where there is none.</summary>
    internal static void Write(ReadOnlySpan<byte> name)
    {
        // Parent and child are charged as if nothing were shared. Neither writes enough to need twice the memory.
        State.Memory.Capacity = Spaces.Unlimited;
        if (name.SequenceEqual(QuarterGibibyte.Name))
        {
            Report.Write<ForkSpace<QuarterGibibyte>>();
        }
        else if (name.SequenceEqual(FourGibibytes.Name))
        {
            Report.Write<ForkSpace<FourGibibytes>>();
        }
        else
        {
            Panic.Stop("no figure that is measured alone has the name that was asked for"u8);
        }
    }
}
