using Kernel.Machines;

namespace Kernel.Metal;

/// <summary>
/// Which vector registers programs have: those that the kernel saves, and no others. Boot/vectors.inc saves them, with
/// XSAVE or, where the processor has none, with FXSAVE. SSE is on since Boot/start.asm. AVX-512 stays off: its area has
/// 2,688 bytes (Intel SDM vol. 1, 13.4), and a task's record has no room for them.
/// </summary>
internal static class VectorState
{
    // Bits of XCR0 (Intel SDM vol. 1, 13.3).
    private const uint X87 = 1 << 0;
    private const uint Sse = 1 << 1;
    private const uint Avx = 1 << 2;

    private const uint StateLeaf = 0xD;
    private const uint AvxSubleaf = 2;

    // What Boot/tasks.inc keeps for them at a task's record's end.
    private const uint AreaBytes = 1024;

    /// <summary>Chooses once for all; CR4.OSXSAVE is set where <paramref name="features"/> has XSAVE.</summary>
    internal static void Open(CpuFeatures features)
    {
        if ((features & CpuFeatures.Xsave) == 0)
        {
            return;
        }

        bool hasAvx = (features & CpuFeatures.Avx) != 0 && AvxFits();
        Cpu.UseXsave(hasAvx ? X87 | Sse | Avx : X87 | Sse);
    }

    // Where a processor keeps the upper halves of YMM0 to YMM15 is its own choice: at 576 on all so far.
    private static bool AvxFits()
    {
        CpuIdResult place = X64Machine.CpuId(StateLeaf, AvxSubleaf);
        return place.Eax != 0 && place.Ebx + place.Eax <= AreaBytes;
    }
}
