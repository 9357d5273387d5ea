using System;

namespace Kernel.Bench;

/// <summary>Something that the kernel does and whose cost is a figure.</summary>
internal interface IOperation
{
    /// <summary>The figure's name, as Tests/BenchImage/bars.txt has it.</summary>
    static abstract ReadOnlySpan<byte> Name { get; }

    /// <summary>Brings about what the operation starts from; not measured.</summary>
    static abstract void Prepare();

    /// <summary>The operation, and nothing else.</summary>
    static abstract void Run();

    /// <summary>
    /// Panics where the operation has not done what it is for, and gives back what it took; not measured. The next
    /// repetition may start from what is left in the workspace, which is cleared after the last.
    /// </summary>
    static abstract void Finish();
}
