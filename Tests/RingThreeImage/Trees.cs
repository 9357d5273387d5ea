using Kernel.Console;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// The kernel and the processor read the same page tables in the same way: random trees, and at random addresses what
/// the kernel's walk says against what a program can do.
/// </summary>
internal static class Trees
{
    private const ulong Seed = 20_260_101;
    private const int Count = 1000;
    private const int ProbesPerTree = 24;

    /// <summary>Compares; says where the first difference is.</summary>
    internal static void Compare(ref Scene scene, ref AddressSpace space)
    {
        TreeTargets targets = TreeTargets.Take();
        bool hasHuge = (CpuFeatureReader.Read() & CpuFeatures.GibibytePages) != 0;
        var tree = new RandomTree(Seed, targets, hasHuge ? 3 : 2);
        tree.Take();
        ulong root = Cpu.ReadCr3();
        AddressSpace empty = Scene.NewSpace();
        RingThree.SetCurrent(ref empty);
        TreeTally tally = default;
        for (int i = 0; i < Count && tally.IsGood; i++)
        {
            tree.Build(space.Root);
            Cpu.WriteCr3(tree.Root.Address.Value);
            Probe(ref tree, in targets, ref tally);
            Cpu.WriteCr3(root);
        }

        Scene.Destroy(ref empty);
        tree.Release();
        targets.Release();
        Log.Info($"{Count} trees: {tally.Allowed} accesses were allowed and {tally.Refused} refused");
        scene.Demand(tally.IsGood, "the processor disagrees with the kernel's walk"u8);
        scene.Demand(tally.Allowed > Count && tally.Refused > Count, "hardly anything was tried"u8);
    }

    private static void Probe(ref RandomTree tree, in TreeTargets targets, ref TreeTally tally)
    {
        var space = new AddressSpace { Root = tree.Root };
        for (int i = 0; i < ProbesPerTree; i++)
        {
            VirtAddr address = tree.PickAddress();
            PageInfo expected = PagingManager.Query(in space, address);
            bool isThere = expected.State is PageState.Present or PageState.Writable;
            bool isExecutable = isThere && (expected.Rights & PageRights.Execute) != 0;
            Scene.Insist(!isThere || targets.Has(expected.Frame));
            RingThreeState read = Try(RingThreeProgram.Read, address);
            RingThreeState write = Try(RingThreeProgram.Rewrite, address);
            RingThreeState execute = Try(RingThreeProgram.Execute, address);
            tally.Add(in read, address, isThere, isThere);
            tally.Add(in write, address, isThere, expected.State == PageState.Writable);
            tally.Add(in execute, address, isThere, isExecutable);
            tally.Demand(
                !isThere || read.Registers.Rax == TreeTargets.WordOf(expected.Frame), address, "another frame"u8);
        }
    }

    private static RingThreeState Try(RingThreeProgram program, VirtAddr address)
    {
        RingThreeState state = RingThreeState.Empty;
        state.Registers.Rdi = address.Value;
        RingThree.Enter(program, ref state);
        return state;
    }
}
