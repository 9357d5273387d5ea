using System;
using Kernel.Abi;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Syscalls;

/// <summary>A few bytes of a program's memory, copied where the kernel can look at them twice.</summary>
internal static class UserText
{
    /// <summary>
    /// Reads them all, or nothing: <see cref="CallError.BadBuffer"/> where the program could not read them itself,
    /// <see cref="CallError.OutOfMemory"/> where there is no memory for a page of theirs that is still to come.
    /// </summary>
    internal static CallError Read(ref PagingManager memory, ref AddressSpace space, VirtAddr at, Span<byte> into)
    {
        if (!PagingManager.Allows(in space, at, new ByteCount((ulong)into.Length), PageRights.Read))
        {
            return CallError.BadBuffer;
        }

        while (!into.IsEmpty)
        {
            if (memory.TryReach(ref space, at, isWrite: false, out Frame frame) > FaultOutcome.StackGrown)
            {
                return CallError.OutOfMemory;
            }

            ReadOnlySpan<byte> page = Rest(frame, at);
            int count = Math.Min(page.Length, into.Length);
            page[..count].CopyTo(into);
            into = into[count..];
            at += new ByteCount((ulong)count);
        }

        return CallError.None;
    }

    /// <summary>Writes them to pages that may be written; false where memory is out.</summary>
    internal static bool TryWrite(
        ref PagingManager memory, ref AddressSpace space, VirtAddr at, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (memory.TryReach(ref space, at, isWrite: true, out Frame frame) > FaultOutcome.StackGrown)
            {
                return false;
            }

            Span<byte> page = Rest(frame, at);
            int count = Math.Min(page.Length, bytes.Length);
            bytes[..count].CopyTo(page);
            bytes = bytes[count..];
            at += new ByteCount((ulong)count);
        }

        return true;
    }

    private static Span<byte> Rest(Frame frame, VirtAddr at)
    {
        Span<byte> page = Machine.PageBytes(frame);
        return page[(int)(at.Value & ((ulong)page.Length - 1))..];
    }
}
