using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>Pages that two spaces have.</summary>
internal static class Sharing
{
    private const ulong Old = 0x0101_0101_0101_0101;
    private const ulong New = 0x0202_0202_0202_0202;

    internal static void CopyOnWrite(ref Scene scene, ref AddressSpace space)
    {
        AddressSpace child = ForkAfterWrite(ref scene, ref space);
        scene.Demand(scene.Read(ref child, Scene.Base) == Old, "the child lacks its parent's page"u8);
        scene.Demand(FrameIn(in child) == FrameIn(in space), "a read has copied"u8);
        scene.WriteTo(ref child, Scene.Base, New);
        scene.Demand(FrameIn(in child) != FrameIn(in space), "a write has not copied"u8);
        scene.Demand(scene.Read(ref child, Scene.Base) == New, "the child lacks what it wrote"u8);
        scene.Demand(scene.Read(ref space, Scene.Base) == Old, "the parent has what its child wrote"u8);
        scene.Demand(
            scene.Read(ref child, Scene.Base + new ByteCount(4088)) == Old, "the copy is not whole"u8);
        Scene.Destroy(ref child);
    }

    // The processor may remember the parent's page as a writable one.
    internal static void ParentWrites(ref Scene scene, ref AddressSpace space)
    {
        AddressSpace child = ForkAfterWrite(ref scene, ref space);
        scene.WriteTo(ref space, Scene.Base, New);
        scene.Demand(scene.Read(ref space, Scene.Base) == New, "the parent lacks what it wrote"u8);
        scene.Demand(scene.Read(ref child, Scene.Base) == Old, "the child has what its parent wrote"u8);
        Scene.Destroy(ref child);
    }

    internal static void SoleOwner(ref Scene scene, ref AddressSpace space)
    {
        AddressSpace child = ForkAfterWrite(ref scene, ref space);
        Frame page = FrameIn(in space);
        Scene.Destroy(ref child);
        scene.Demand(
            PagingManager.Query(in space, Scene.Base).State == PageState.Present, "writable before it is written to"u8);
        scene.WriteTo(ref space, Scene.Base, New);
        scene.Demand(
            PagingManager.Query(in space, Scene.Base).State == PageState.Writable, "not writable afterwards"u8);
        scene.Demand(FrameIn(in space) == page, "the only owner got a copy"u8);
        scene.Demand(scene.Read(ref space, Scene.Base) == New, "what was written is not there"u8);
    }

    internal static void LentReadOnly(ref Scene scene, ref AddressSpace space)
    {
        Scene.Map(ref space, pages: 1);
        scene.WriteTo(ref space, Scene.Base, Old);
        AddressSpace target = Scene.NewSpace();
        RingThree.MapPrograms(ref target);
        VirtAddr at = Scene.Base + new ByteCount(8 * 4096);
        Scene.Insist(State.Memory.Lend(ref space, Scene.Pages(Scene.Base, 1), ref target, at, PageRights.Read)
            == PagingError.None);
        scene.Demand(scene.Read(ref target, at) == Old, "the lent page is not there"u8);
        scene.DemandRefused(ref target, RingThreeProgram.Write, at, FaultOutcome.NotWritable);
        scene.WriteTo(ref space, Scene.Base, New);
        scene.Demand(scene.Read(ref target, at) == Old, "the lent page has changed"u8);
        Scene.Destroy(ref target);
    }

    private static AddressSpace ForkAfterWrite(ref Scene scene, ref AddressSpace space)
    {
        Scene.Map(ref space, pages: 1);
        scene.WriteTo(ref space, Scene.Base, Old);
        scene.WriteTo(ref space, Scene.Base + new ByteCount(4088), Old);
        return Scene.Fork(ref space);
    }

    private static Frame FrameIn(ref readonly AddressSpace space) =>
        PagingManager.Query(in space, Scene.Base).Frame;
}
