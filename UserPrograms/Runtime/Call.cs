using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>The system calls (docs/system-calls.md). A result below zero is a <see cref="CallError"/>, negated.</summary>
internal static unsafe class Call
{
    /// <summary>Does nothing.</summary>
    internal static CallError Nothing()
    {
        Registers registers = default;
        return Do(SystemCall.Nothing, ref registers);
    }

    /// <summary>Sends 32 bytes and waits for 32 bytes of reply, in the same place.</summary>
    internal static CallError Send(Handle to, ref Words words)
    {
        var registers = new Registers
        {
            First = to.Value,
            Second = MessageInfo.ShortBytes,
            Words = words,
        };
        CallError error = Do(SystemCall.Send, ref registers);
        words = registers.Words;
        return error;
    }

    /// <summary>Sends bytes and waits for the reply; its true length, also where the buffer was too small.</summary>
    internal static CallError Send(Handle to, ReadOnlySpan<byte> data, Span<byte> reply, out ulong length)
    {
        var registers = new Registers
        {
            First = to.Value,
            Second = (ulong)data.Length,
            Third = AddressOf(reply),
            Fourth = AddressOf(data),
            Fifth = (ulong)reply.Length,
        };
        Load(ref registers.Words, data);
        CallError error = Do(SystemCall.Send, ref registers);
        length = new MessageInfo(registers.First).Length;
        Store(in registers.Words, length, reply);
        return error;
    }

    /// <summary>Waits for a message.</summary>
    internal static CallError Receive(Span<byte> buffer, out SenderId sender, out ulong length)
    {
        var registers = new Registers { Third = AddressOf(buffer), Fifth = (ulong)buffer.Length };
        CallError error = Do(SystemCall.Receive, ref registers);
        sender = new SenderId(registers.Second);
        length = new MessageInfo(registers.First).Length;
        Store(in registers.Words, length, buffer);
        return error;
    }

    /// <summary>Answers a sender.</summary>
    internal static CallError Reply(SenderId to, ReadOnlySpan<byte> data)
    {
        var registers = new Registers
        {
            First = to.Value,
            Second = (ulong)data.Length,
            Fourth = AddressOf(data),
        };
        Load(ref registers.Words, data);
        return Do(SystemCall.Reply, ref registers);
    }

    /// <summary>Lets others run.</summary>
    internal static CallError Yield()
    {
        Registers registers = default;
        return Do(SystemCall.Yield, ref registers);
    }

    /// <summary>Ends this task.</summary>
    internal static void Exit(int code)
    {
        var registers = new Registers { First = (uint)code };
        _ = Do(SystemCall.Exit, ref registers);
    }

    /// <summary>Makes a second task like this one; the handle is for the respective other.</summary>
    internal static CallError Fork(out Handle other, out bool isChild)
    {
        Registers registers = default;
        CallError error = Do(SystemCall.Fork, ref registers);
        other = new Handle((uint)registers.First);
        isChild = registers.Second != 0;
        return error;
    }

    /// <summary>Starts a program.</summary>
    internal static CallError Spawn(ReadOnlySpan<byte> name, ReadOnlySpan<byte> arguments, out Handle child)
    {
        var registers = new Registers
        {
            First = AddressOf(name),
            Second = (ulong)name.Length,
            Third = AddressOf(arguments),
            Fourth = (ulong)arguments.Length,
        };
        CallError error = Do(SystemCall.Spawn, ref registers);
        child = new Handle((uint)registers.First);
        return error;
    }

    /// <summary>Ends another task.</summary>
    internal static CallError Kill(Handle victim)
    {
        var registers = new Registers { First = victim.Value };
        return Do(SystemCall.Kill, ref registers);
    }

    /// <summary>Waits for the end of a child, or of any where the handle is none; its handle is closed then.</summary>
    internal static CallError Wait(Handle child, out Handle ended, out ExitStatus status)
    {
        var registers = new Registers { First = child.Value };
        CallError error = Do(SystemCall.Wait, ref registers);
        ended = new Handle((uint)registers.First);
        status = new ExitStatus(registers.Second);
        return error;
    }

    /// <summary>Reserves pages of zeros; rights: 1 to write, 2 to execute.</summary>
    internal static CallError Map(ulong address, ulong length, ulong rights)
    {
        var registers = new Registers { First = address, Second = length, Third = rights };
        return Do(SystemCall.Map, ref registers);
    }

    /// <summary>What is mapped at an address, and how many own it.</summary>
    internal static PageSummary Query(ulong address, out ulong owners)
    {
        var registers = new Registers { First = address };
        _ = Do(SystemCall.Query, ref registers);
        owners = registers.Second;
        return new PageSummary(registers.First);
    }

    /// <summary>Writes text to the kernel's console.</summary>
    internal static CallError Print(ReadOnlySpan<byte> text)
    {
        var registers = new Registers { First = AddressOf(text), Second = (ulong)text.Length };
        return Do(SystemCall.Print, ref registers);
    }

    /// <summary>One of the kernel's counters.</summary>
    internal static ulong Count(Counter counter)
    {
        var registers = new Registers { First = (ulong)counter };
        _ = Do(SystemCall.Count, ref registers);
        return registers.First;
    }

    private static CallError Do(SystemCall call, ref Registers registers)
    {
        fixed (Registers* at = &registers)
        {
            CallKernel((ulong)call, at);
        }

        long result = (long)registers.First;
        return result < 0 ? (CallError)(-result) : CallError.None;
    }

    // Nothing moves objects: there is no collector.
    private static ulong AddressOf(ReadOnlySpan<byte> bytes) =>
        (ulong)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes));

    private static void Load(ref Words words, ReadOnlySpan<byte> data)
    {
        if (data.Length <= MessageInfo.ShortBytes)
        {
            data.CopyTo(new Span<byte>(Unsafe.AsPointer(ref words), MessageInfo.ShortBytes));
        }
    }

    private static void Store(in Words words, ulong length, Span<byte> buffer)
    {
        if (length <= MessageInfo.ShortBytes)
        {
            int count = (int)length < buffer.Length ? (int)length : buffer.Length;
            fixed (Words* from = &words)
            {
                new ReadOnlySpan<byte>(from, count).CopyTo(buffer);
            }
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("call_kernel")]
    private static extern void CallKernel(ulong number, Registers* registers);
}
