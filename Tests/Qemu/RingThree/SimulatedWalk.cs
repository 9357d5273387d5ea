using Kernel.Machines;
using Kernel.Ring3;
using Kernel.Simulation;
using Kernel.Units;

namespace QemuTests.RingThree;

/// <summary>What the simulated machine's page walk says to the accesses of Tests/RingThreeImage/Walks.</summary>
internal sealed class SimulatedWalk
{
    private const ulong ReservedBit = 1 << 3;
    private const ulong Protection = 1 << 0;
    private static readonly VirtAddr s_address = new(200UL << 39);

    private readonly SimPhysical _memory = new(Geometry.FourLevel, RandomPath.Levels + 1);
    private readonly PageWalk _walk;
    private RandomPath _path;

    public SimulatedWalk(ulong batch)
    {
        _path = new RandomPath(WalkedAccess.SeedOf(batch));
        _walk = new PageWalk(_memory, new EntryFormat(Geometry.FourLevel, new PagingControls
        {
            WriteProtect = WalkedAccess.HasWriteProtect(batch),
            Smep = WalkedAccess.HasSmep(batch),
            Smap = WalkedAccess.HasSmap(batch),
            PhysicalBits = RandomPath.PhysicalBits,
        }));
    }

    /// <summary>The next path's answers, as the image tells them.</summary>
    public ulong Next()
    {
        for (int level = RandomPath.Levels; level > 0; level--)
        {
            int index = Geometry.FourLevel.IndexOf(s_address, level);
            ulong bits = _path.Next(level, SimPhysical.FrameAt(level - 1).Value, 0);
            _memory.WriteEntry(SimPhysical.FrameAt(level), index, bits);
        }

        ulong answers = 0;
        for (int access = 0; access < WalkedAccess.Count; access++)
        {
            var request = new AccessRequest(
                s_address,
                (AccessKind)WalkedAccess.KindOf(access),
                WalkedAccess.IsUser(access) ? Ring.User : Ring.Kernel,
                WalkedAccess.IsMeant(access));
            answers |= AnswerOf(_walk.Look(SimPhysical.FrameAt(RandomPath.Levels), in request)) << (8 * access);
        }

        return answers;
    }

    /// <summary>The sum of the next <see cref="WalkedAccess.PathsInBatch"/> paths.</summary>
    public ulong Sum()
    {
        ulong sum = 0;
        for (int i = 0; i < WalkedAccess.PathsInBatch; i++)
        {
            sum = WalkedAccess.Add(sum, Next());
        }

        return sum;
    }

    // The one thing in which QEMU 7.2 is not as the manual says: it tells a reserved bit with P = 0 (Intel SDM vol. 3,
    // 4.7, has P = 1).
    private static ulong AnswerOf(AccessOutcome outcome) =>
        outcome.IsTranslated ? WalkedAccess.Allowed
        : (outcome.Fault.Bits & ReservedBit) != 0 ? outcome.Fault.Bits & ~Protection
        : outcome.Fault.Bits;
}
