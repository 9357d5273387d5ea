using Kernel.Memory;

namespace Kernel.Ring3;

/// <content>What the parent lends to the child.</content>
internal ref partial struct TableScript
{
    private void Lend()
    {
        Insist(State.Memory.Lend(ref _parent, Scene.Pages(At(0), 700), ref _child, At(2048), PageRights.Read));
        Show("lent-read-only"u8);
        Insist(State.Memory.Lend(ref _parent, Scene.Pages(At(0), 512), ref _child, At(4096), PageRights.Write));
        Insist(State.Memory.Lend(ref _parent, Scene.Pages(At(1040), 3), ref _child, At(1), PageRights.Write));
        Show("lent"u8);
        Touch(ref _child, 1, 4096, 4097, 4103);
        Touch(ref _parent, 0, 5, 1041);
        Show("lent-and-written"u8);
        Insist(State.Memory.Unmap(ref _child, Scene.Pages(At(2048), 300)));
        Show("lent-and-unmapped"u8);
    }

    // Entries high above the pages forbid to execute them, and are pushed down step by step.
    private void LendCode()
    {
        MapCode(ref _parent, Code, 512);
        Read(ref _parent, Code, Code + 7, Code + 511);
        Show("code"u8);
        Insist(State.Memory.Lend(
            ref _parent, Scene.Pages(At(0), Borrowed), ref _child, At(Borrowed), PageRights.Write));
        Show("gigabyte-lent-as-data"u8);
        Touch(ref _child, Borrowed, Borrowed + 600);
        Show("gigabyte-written"u8);
        Insist(State.Memory.Unmap(ref _child, Scene.Pages(At(Borrowed + Code + 7), 2)));
        Show("code-unmapped"u8);
        MapCode(ref _child, Borrowed + Code + 7, 1);
        Read(ref _child, Borrowed + Code + 7);
        Show("code-beside-data"u8);
    }
}
