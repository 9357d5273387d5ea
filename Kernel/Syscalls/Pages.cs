using Kernel.Abi;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Syscalls;

/// <summary>Pages as calls describe them.</summary>
internal static class Pages
{
    /// <summary>The range from RDI on, of so many bytes as RSI says.</summary>
    internal static CallError TryDecode(in CallArguments arguments, out PageRange range) =>
        Core.ErrorOf(PageRange.Decode(
            new VirtAddr(arguments.First), new ByteCount(arguments.Second), out range));

    /// <summary>Rights that pages of programs can have: bit 0 to write, bit 1 to execute.</summary>
    internal static bool TryDecodeRights(ulong bits, out PageRights rights)
    {
        rights = (PageRights)bits;
        return bits is 0 or (ulong)PageRights.Write or (ulong)PageRights.Execute;
    }
}
