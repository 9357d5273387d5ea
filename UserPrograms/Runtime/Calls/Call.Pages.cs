using System;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>The program's own memory. Addresses and lengths are multiples of 4096.</summary>
public static unsafe partial class Call
{
    /// <summary>Reserves pages of zeros, each made when it is first touched.</summary>
    public static CallError Map(ulong address, ulong length, MapRights rights)
    {
        var registers = new Registers { First = address, Second = length, Third = (ulong)rights };
        return Do(SystemCall.Map, ref registers);
    }

    /// <summary>Reserves pages of zeros, and gives them as bytes; the length fits an int.</summary>
    public static CallError Map(ulong address, int length, out Span<byte> bytes)
    {
        CallError error = Map(address, (ulong)length, MapRights.Write);
        bytes = error == CallError.None ? Mapped(address, length) : default;
        return error;
    }

    /// <summary>Pages that the program has reserved, as bytes.</summary>
    public static Span<byte> Mapped(ulong address, int length) => new((void*)address, length);

    /// <summary>Gives pages back.</summary>
    public static CallError Unmap(ulong address, ulong length)
    {
        var registers = new Registers { First = address, Second = length };
        return Do(SystemCall.Unmap, ref registers);
    }

    /// <summary>Changes what may be done with pages.</summary>
    public static CallError Protect(ulong address, ulong length, MapRights rights)
    {
        var registers = new Registers { First = address, Second = length, Third = (ulong)rights };
        return Do(SystemCall.Protect, ref registers);
    }

    /// <summary>What is mapped at an address, and how many entries of tables lead to its frame.</summary>
    public static PageSummary Query(ulong address, out ulong owners)
    {
        var registers = new Registers { First = address };
        CallError error = Do(SystemCall.Query, ref registers);
        owners = error == CallError.None ? registers.Second : 0;
        return new PageSummary(error == CallError.None ? registers.First : 0);
    }

    /// <summary>The same for the page of a span's first byte.</summary>
    public static PageSummary Query(ReadOnlySpan<byte> bytes, out ulong owners) => Query(AddressOf(bytes), out owners);
}
