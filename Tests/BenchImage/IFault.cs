using System;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>A write of a program in ring 3 that faults, and whose cost is a figure.</summary>
internal interface IFault
{
    /// <summary>The figure's name, as Tests/BenchImage/bars.txt has it.</summary>
    static abstract ReadOnlySpan<byte> Name { get; }

    /// <summary>Where the program writes.</summary>
    static abstract VirtAddr Address { get; }

    /// <summary>Fills the workspace; not measured.</summary>
    static abstract void Prepare();
}
