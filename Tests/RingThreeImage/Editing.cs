using Kernel.Memory;

namespace Kernel.Ring3;

/// <summary>Rights that go while the processor may remember them.</summary>
internal static class Editing
{
    private const ulong Value = 0x0303_0303_0303_0303;

    internal static void Unmapped(ref Scene scene, ref AddressSpace space)
    {
        Scene.Map(ref space, pages: 2);
        scene.WriteTo(ref space, Scene.Base, Value);
        Scene.Insist(State.Memory.Unmap(ref space, Scene.Pages(Scene.Base, 1)) == PagingError.None);
        scene.DemandRefused(ref space, RingThreeProgram.Read, Scene.Base, FaultOutcome.NotMapped);
        scene.DemandRefused(ref space, RingThreeProgram.Write, Scene.Base, FaultOutcome.NotMapped);
        Scene.Map(ref space, pages: 1);
        scene.Demand(scene.Read(ref space, Scene.Base) == 0, "a new page is not all zeros"u8);
    }

    internal static void Protected(ref Scene scene, ref AddressSpace space)
    {
        PageRange page = Scene.Pages(Scene.Base, 1);
        Scene.Map(ref space, pages: 1);
        scene.WriteTo(ref space, Scene.Base, Value);
        Scene.Insist(State.Memory.Protect(ref space, page, PageRights.Read) == PagingError.None);
        scene.Demand(scene.Read(ref space, Scene.Base) == Value, "the page has changed"u8);
        scene.DemandRefused(ref space, RingThreeProgram.Write, Scene.Base, FaultOutcome.NotWritable);
        Scene.Insist(State.Memory.Protect(ref space, page, PageRights.Write) == PagingError.None);
        scene.WriteTo(ref space, Scene.Base, Value + 1);
        scene.Demand(scene.Read(ref space, Scene.Base) == Value + 1, "what was written is not there"u8);
        Scene.Insist(State.Memory.Protect(ref space, page, PageRights.Execute) == PagingError.None);
        scene.DemandRefused(ref space, RingThreeProgram.Write, Scene.Base, FaultOutcome.NotWritable);
        scene.Demand(scene.Read(ref space, Scene.Base) == Value + 1, "the page has changed"u8);
    }
}
