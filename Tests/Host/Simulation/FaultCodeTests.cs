using System;
using Kernel.Machines;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>Rights and error codes (Intel SDM vol. 3, 4.6 and 4.7).</summary>
public sealed class FaultCodeTests
{
    [Theory]
    [InlineData(AccessKind.Read, Ring.Kernel, 0x0)]
    [InlineData(AccessKind.Write, Ring.Kernel, 0x2)]
    [InlineData(AccessKind.Fetch, Ring.Kernel, 0x10)]
    [InlineData(AccessKind.Read, Ring.User, 0x4)]
    [InlineData(AccessKind.Write, Ring.User, 0x6)]
    [InlineData(AccessKind.Fetch, Ring.User, 0x14)]
    public void AbsentEntryAtAnyLevelGivesNoProtectionBit(AccessKind kind, Ring ring, ulong code)
    {
        for (int level = 1; level <= 4; level++)
        {
            TableSpace space = OnePage(TableSpace.Open, new PagingControls());
            space.Write("unlink", space.Page(0), 0xFFFF_FFFF_FFFF_FFFE, level);
            Assert.Equal(code, space.Mmu.Walk(space.Page(0), kind, ring).Fault.Bits);
        }
    }

    [Theory]
    [InlineData(AccessKind.Read, Ring.Kernel, 0x9)]
    [InlineData(AccessKind.Write, Ring.Kernel, 0xB)]
    [InlineData(AccessKind.Fetch, Ring.Kernel, 0x19)]
    [InlineData(AccessKind.Read, Ring.User, 0xD)]
    [InlineData(AccessKind.Write, Ring.User, 0xF)]
    [InlineData(AccessKind.Fetch, Ring.User, 0x1D)]
    public void ReservedBitAtAnyLevelGivesItsOwn(AccessKind kind, Ring ring, ulong code)
    {
        for (int level = 1; level <= 4; level++)
        {
            TableSpace space = OnePage(TableSpace.Open, new PagingControls { PhysicalBits = 40 });
            space.Write("spoil", space.Page(0), space.Entry(space.Page(0), level) | (1UL << 40), level);
            Assert.Equal(code, space.Mmu.Walk(space.Page(0), kind, ring).Fault.Bits);
        }
    }

    [Theory]
    [InlineData(1, 1UL << 39, false)]
    [InlineData(1, 1UL << 51, true)]
    [InlineData(2, 0x80 | (1UL << 12), false)]
    [InlineData(2, 0x80 | (1UL << 13), true)]
    [InlineData(2, 0x80 | (1UL << 20), true)]
    [InlineData(2, 0x80 | (1UL << 21), false)]
    [InlineData(3, 0x80 | (1UL << 21), true)]
    [InlineData(3, 0x80 | (1UL << 29), true)]
    [InlineData(3, 0x80 | (1UL << 30), false)]
    [InlineData(4, 0x80, true)]
    [InlineData(5, 0x80, true)]
    [InlineData(5, 0x100, false)]
    [InlineData(1, 0x7FF0_0000_0000_0F98, false)]
    public void ReservedBitsOfTheRealTables(int level, ulong bits, bool isReserved)
    {
        var space = new TableSpace(Geometry.FiveLevel, new PagingControls { PhysicalBits = 40 });
        space.Map(space.Page(0), space.Take(), TableSpace.Open);
        ulong kept = (bits & 0x80) != 0 && level < 4 ? TableSpace.Open : space.Entry(space.Page(0), level);
        space.Write("spoil", space.Page(0), kept | bits, level);
        AccessOutcome outcome = space.Mmu.Walk(space.Page(0), AccessKind.Read, Ring.User);
        Assert.Equal(isReserved, !outcome.IsTranslated && outcome.Fault.IsReservedBit);
        Assert.Equal(isReserved ? 0xDUL : 0, outcome.Fault.Bits);
    }

    [Theory]
    [InlineData(true, true, 0x15)]
    [InlineData(false, true, 0xD)]
    public void NoExecuteIsReservedUntilItIsSwitchedOn(bool isOn, bool isSmepOn, ulong code)
    {
        TableSpace space = OnePage(
            TableSpace.Open | TableSpace.NoExecute, new PagingControls { NoExecute = isOn, Smep = isSmepOn });
        AccessKind kind = isOn ? AccessKind.Fetch : AccessKind.Read;
        Assert.Equal(code, space.Mmu.Walk(space.Page(0), kind, Ring.User).Fault.Bits);
    }

    [Theory]
    [InlineData(false, false, 0x4)]
    [InlineData(true, false, 0x14)]
    [InlineData(false, true, 0x14)]
    public void FetchBitIsThereWithNoExecuteOrSmep(bool noExecute, bool smep, ulong code)
    {
        var space = new TableSpace(controls: new PagingControls { NoExecute = noExecute, Smep = smep });
        Assert.Equal(code, space.Mmu.Walk(space.Page(0), AccessKind.Fetch, Ring.User).Fault.Bits);
    }

    [Fact]
    public void EveryCombinationOfRightsAndSwitchesIsAsTheManualSays()
    {
        for (int bits = 0; bits < 1 << 11; bits++)
        {
            bool Is(int bit) => (bits & (1 << bit)) != 0;
            var controls = new PagingControls
            {
                WriteProtect = Is(0),
                Smep = Is(1),
                Smap = Is(2),
                NoExecute = Is(3),
            };
            Ring ring = Is(4) ? Ring.User : Ring.Kernel;
            bool isDisabled = Is(7) && controls.NoExecute;
            ulong flags = TableSpace.Present | (Is(5) ? TableSpace.User : 0) | (Is(6) ? TableSpace.Writable : 0)
                | (isDisabled ? TableSpace.NoExecute : 0);

            // The right is taken away at the leaf or higher up: it makes no difference.
            int level = 1 + (bits >> 8 & 3);
            TableSpace space = OnePage(TableSpace.Open, controls);
            ulong kept = space.Entry(space.Page(0), level) & ~TableSpace.Open;
            space.Write("restrict", space.Page(0), kept | flags, level);
            space.Mmu.AlignmentCheck = Is(10);
            foreach (AccessKind kind in Enum.GetValues<AccessKind>())
            {
                AccessOutcome outcome = space.Mmu.Walk(space.Page(0), kind, ring);
                bool isAllowed = NaiveRules.IsAllowed(Is(5), Is(6), isDisabled, kind, ring, Is(10), controls);
                Assert.Equal(isAllowed, outcome.IsTranslated);
                Assert.Equal(
                    isAllowed ? 0 : NaiveRules.ErrorCode(isPresent: true, isReserved: false, kind, ring, controls),
                    outcome.Fault.Bits);
            }
        }
    }

    [Theory]
    [InlineData(0x0000_7FFF_FFFF_FFFF, true)]
    [InlineData(0x0000_8000_0000_0000, false)]
    [InlineData(0xFFFF_7FFF_FFFF_FFFF, false)]
    [InlineData(0xFFFF_8000_0000_0000, true)]
    public void AddressThatIsNotCanonicalIsNoPageFault(ulong address, bool isCanonical)
    {
        var space = new TableSpace(Geometry.FourLevel);
        AccessOutcome outcome = space.Mmu.Access(new VirtAddr(address), AccessKind.Read, Ring.Kernel).Outcome;
        Assert.Equal(isCanonical ? OutcomeKind.PageFault : OutcomeKind.GeneralProtection, outcome.Kind);
    }

    private static TableSpace OnePage(ulong flags, PagingControls controls)
    {
        var space = new TableSpace(controls: controls);
        space.Map(space.Page(0), flags);
        return space;
    }
}
