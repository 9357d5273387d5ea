using System;
using Kernel.Console;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>What programs could do, and whether that is what they should.</summary>
internal struct TreeTally
{
    private bool _hasFailed;

    /// <summary>No difference so far.</summary>
    internal readonly bool IsGood => !_hasFailed;

    /// <summary>Accesses that went through.</summary>
    internal ulong Allowed { get; private set; }

    /// <summary>Accesses that faulted.</summary>
    internal ulong Refused { get; private set; }

    /// <summary>An access has ended. Where it faulted, the error code must say whether a page was there.</summary>
    internal void Add(in RingThreeState end, VirtAddr address, bool isThere, bool isAllowed)
    {
        Allowed += end.HasFinished ? 1UL : 0;
        Refused += end.HasFaulted ? 1UL : 0;
        Demand(end.HasFinished == isAllowed, address, isAllowed ? "refused"u8 : "allowed"u8);
        Demand(end.HasFaulted == !isAllowed, address, "another trap"u8);
        if (end.HasFaulted)
        {
            Demand(end.FaultAddress == address, address, "CR2"u8);
            Demand(end.FaultCode.IsUser && end.FaultCode.IsProtection == isThere, address, "the error code"u8);
        }
    }

    /// <summary>Says what is wrong with an address, where it is the first.</summary>
    internal void Demand(bool isSo, VirtAddr address, ReadOnlySpan<byte> otherwise)
    {
        if (!isSo && !_hasFailed)
        {
            Log.Error($"at {address}: {otherwise}");
            _hasFailed = true;
        }
    }
}
