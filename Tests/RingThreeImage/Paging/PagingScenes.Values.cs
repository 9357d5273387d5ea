using System;
using Kernel.Memory;
using Kernel.Text;
using Kernel.Units;

namespace Kernel.Ring3;

/// <content>What needs no tables.</content>
internal static partial class PagingScenes
{
    // More spaces than there are contexts, and one of the first ends.
    private static ulong Contexts()
    {
        PagingSum sum = default;
        var contexts = new ProcessContexts(areUsed: true);
        for (uint number = 1; number <= 70; number++)
        {
            var space = new AddressSpace { Root = new Frame(number) };
            contexts.Take(ref space);
            ProcessContexts.Keep(ref space);
            sum.Add(space.Register);
            sum.Add(ProcessContexts.IsKept(in space) ? 1UL : 0);
            ProcessContexts.Forget(ref space);
            sum.Add(space.Register);
            if (number == 66)
            {
                space.Register = 5;
            }

            if (number > 64)
            {
                contexts.Return(in space);
            }
        }

        return sum.Value;
    }

    // What a panic says of each error code.
    private static ulong Words()
    {
        PagingSum sum = default;
        Span<byte> space = stackalloc byte[160];
        for (ulong code = 0; code < 1 << 8; code++)
        {
            ulong enclave = (code >> 7) << 15;
            var fault = new PageFaultCode((code & 0x7F) | enclave);
            var text = new TextBuffer(space);
            fault.AppendBits(ref text);
            text.Append(fault.Access);
            text.Append(fault.Cause);
            foreach (byte letter in text.Text)
            {
                sum.Add(letter);
            }
        }

        return sum.Value;
    }
}
