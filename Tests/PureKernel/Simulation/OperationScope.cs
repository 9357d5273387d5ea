using System;

namespace Kernel.Simulation;

/// <summary>As long as it lasts, changes of tables are put down to an operation.</summary>
public readonly record struct OperationScope : IDisposable
{
    private readonly SimMmu _mmu;
    private readonly string _outer;

    internal OperationScope(SimMmu mmu, string outer)
    {
        _mmu = mmu;
        _outer = outer;
    }

    /// <summary>The operation around it goes on.</summary>
    public void Dispose() => _mmu.Resume(_outer);
}
