namespace Kernel.Machines;

/// <summary>Asks the processor what it has.</summary>
public static class CpuFeatureReader
{
    private const uint ExtendedLeaf = 0x8000_0001;
    private const uint StructuredLeaf = 7;
    private const uint StateLeaf = 0xD;

    /// <summary>All that are there. A leaf beyond what the processor offers counts as zeros.</summary>
    public static CpuFeatures Read()
    {
        CpuIdResult basic = Leaf(1);
        CpuIdResult structured = Leaf(StructuredLeaf);
        CpuIdResult extended = Leaf(ExtendedLeaf);
        CpuIdResult states = Leaf(StateLeaf, subleaf: 1);
        return When(extended.Edx, 20, CpuFeatures.NoExecute)
            | When(extended.Edx, 26, CpuFeatures.GibibytePages)
            | When(basic.Edx, 7, CpuFeatures.MachineChecks)
            | When(basic.Edx, 13, CpuFeatures.GlobalPages)
            | When(basic.Edx, 16, CpuFeatures.PageAttributes)
            | When(basic.Ecx, 17, CpuFeatures.ProcessContexts)
            | When(basic.Edx, 9, CpuFeatures.LocalApic)
            | When(states.Eax, 0, CpuFeatures.Xsave)
            | When(basic.Ecx, 28, CpuFeatures.Avx)
            | When(structured.Ebx, 7, CpuFeatures.Smep)
            | When(structured.Ebx, 20, CpuFeatures.Smap)
            | When(structured.Ecx, 2, CpuFeatures.Umip);
    }

    private static CpuIdResult Leaf(uint leaf, uint subleaf = 0)
    {
        uint highest = Machine.CpuId(leaf & 0x8000_0000, 0).Eax;
        return leaf <= highest ? Machine.CpuId(leaf, subleaf) : default;
    }

    private static CpuFeatures When(uint register, int bit, CpuFeatures feature) =>
        (register >> bit & 1) != 0 ? feature : CpuFeatures.None;
}
