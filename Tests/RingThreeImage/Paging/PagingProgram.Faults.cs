using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <content>Pages are touched.</content>
internal ref partial struct PagingProgram
{
    // Error codes of a program's accesses (Intel SDM vol. 3, 4.7).
    private const ulong Read = 1 << 2;
    private const ulong Write = Read | 1 << 1;
    private const ulong Fetch = Read | 1 << 4;

    private const int KnownBits = 7;
    private const ulong Enclave = 1 << 15;

    private ulong Fault()
    {
        ulong code = _random.Below(8) switch
        {
            0 or 1 => Read,
            2 => Fetch,
            _ => Write,
        };
        return (ulong)Touch(ref AnySpaceWith(out VirtAddr address), address, code);
    }

    private ulong AllCodes()
    {
        ref AddressSpace space = ref AnySpaceWith(out VirtAddr address);
        ulong undefined = _random.Once(4) ? 1UL << (16 + _random.Below(48)) : 0;
        PagingSum sum = default;
        for (ulong code = 0; code < 2UL << KnownBits; code++)
        {
            ulong known = code & ((1UL << KnownBits) - 1);
            ulong bits = undefined | known | (code == known ? 0 : Enclave);
            sum.Add((ulong)Memory.ResolveFault(ref space, address, new PageFaultCode(bits)));
        }

        return sum.Value;
    }

    // The program goes on where it may, and writes.
    private FaultOutcome Touch(ref AddressSpace space, VirtAddr address, ulong code)
    {
        FaultOutcome outcome = Memory.ResolveFault(ref space, address, new PageFaultCode(code));
        if (outcome <= FaultOutcome.StackGrown && code == Write)
        {
            Store(PagingManager.Query(in space, address).Frame);
        }

        return outcome;
    }

    private ulong Reach()
    {
        ref AddressSpace space = ref AnySpaceWith(out VirtAddr address);
        bool isWrite = _random.Once(2);
        PagingSum sum = default;
        PageCursor cursor = default;
        for (int page = 0; page < 3; page++)
        {
            FaultOutcome outcome = Memory.TryReach(ref space, address, isWrite, ref cursor, out Frame frame);
            sum.Add((ulong)outcome);
            sum.Add(frame.Number);
            if (isWrite && outcome <= FaultOutcome.StackGrown)
            {
                Store(frame);
            }

            address += Machine.Geometry.SizeAt(1);
        }

        return sum.Value;
    }

    private ulong Look()
    {
        ref AddressSpace space = ref AnySpaceWith(out VirtAddr address);
        PagingSum sum = default;
        if (_places.Pick(ref _random, out PageRange range) == PagingError.None)
        {
            sum.Add(PagingManager.Allows(in space, range.Start, range.Length, PageRights.Read) ? 1UL : 0);
            sum.Add(PagingManager.Allows(in space, range.Start, range.Length, PageRights.Write) ? 1UL : 0);
        }

        var length = new ByteCount((ulong)_random.Below(9000));
        sum.Add(PagingManager.Allows(in space, address, length, PageRights.Write) ? 1UL : 0);
        PageInfo info = PagingManager.Query(in space, address);
        sum.Add((ulong)info.State << 16 | (ulong)info.Kind << 8 | (ulong)info.Rights);
        sum.Add(info.Frame.Number);
        sum.Add(info.Size.Value);
        return sum.Value;
    }

    // Sometimes the one word of a page that is looked at, sometimes the other.
    private readonly void Store(Frame frame) =>
        Machine.PageTable(frame.Address)[(_step & 1) == 0 ? 0 : PagingSum.SecondWord] = (ulong)_step;
}
