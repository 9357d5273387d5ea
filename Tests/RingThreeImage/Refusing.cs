using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>What programs may not do.</summary>
internal static class Refusing
{
    // INT 0x80: whoever came to execute it would have finished.
    private const ulong Finish = 0x80CD;

    internal static void NotMapped(ref Scene scene, ref AddressSpace space)
    {
        Scene.Map(ref space, pages: 1);
        VirtAddr beside = Scene.Base + new ByteCount(4096);
        VirtAddr far = new(Scene.Base.Value << 8);
        RefuseAll(ref scene, ref space, beside, FaultOutcome.NotMapped);
        RefuseAll(ref scene, ref space, far, FaultOutcome.NotMapped);
        RefuseAll(ref scene, ref space, new VirtAddr(8), FaultOutcome.OutsideUserSpace);
        RefuseAll(ref scene, ref space, PageRange.UserEnd, FaultOutcome.OutsideUserSpace);
    }

    internal static void KernelAddress(ref Scene scene, ref AddressSpace space)
    {
        RefuseAll(ref scene, ref space, new(Metal.KernelImage.Current.TextStart), FaultOutcome.OutsideUserSpace);
        RefuseAll(ref scene, ref space, new(Metal.KernelImage.Current.DataStart), FaultOutcome.OutsideUserSpace);
        RefuseAll(ref scene, ref space, KernelLayout.InDirectMap(space.Root.Address), FaultOutcome.OutsideUserSpace);
        RefuseAll(ref scene, ref space, new(ulong.MaxValue - 4095), FaultOutcome.OutsideUserSpace);
    }

    internal static void ExecuteData(ref Scene scene, ref AddressSpace space)
    {
        Scene.Map(ref space, pages: 1);
        scene.DemandRefused(ref space, RingThreeProgram.Execute, Scene.Base, FaultOutcome.NotExecutable);
        scene.WriteTo(ref space, Scene.Base, Finish);
        scene.DemandRefused(ref space, RingThreeProgram.Execute, Scene.Base, FaultOutcome.NotExecutable);
    }

    internal static void WriteCode(ref Scene scene, ref AddressSpace space)
    {
        ulong before = scene.Read(ref space, RingThree.Code);
        scene.DemandRefused(ref space, RingThreeProgram.Write, RingThree.Code, FaultOutcome.NotWritable);
        scene.Demand(scene.Read(ref space, RingThree.Code) == before, "the code has changed"u8);
    }

    internal static void WriteConstant(ref Scene scene, ref AddressSpace space)
    {
        Scene.Map(ref space, pages: 1, PageRights.Read);
        scene.DemandRefused(ref space, RingThreeProgram.Write, Scene.Base, FaultOutcome.NotWritable);
        scene.Demand(scene.Read(ref space, Scene.Base) == 0, "a new page is not all zeros"u8);
        scene.DemandRefused(ref space, RingThreeProgram.Write, Scene.Base, FaultOutcome.NotWritable);
    }

    private static void RefuseAll(ref Scene scene, ref AddressSpace space, VirtAddr address, FaultOutcome outcome)
    {
        scene.DemandRefused(ref space, RingThreeProgram.Read, address, outcome);
        scene.DemandRefused(ref space, RingThreeProgram.Write, address, outcome);
        scene.DemandRefused(ref space, RingThreeProgram.Execute, address, outcome);
    }
}
