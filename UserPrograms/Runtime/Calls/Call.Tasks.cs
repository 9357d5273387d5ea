using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>Tasks: how they begin, how they end, and the handles for them.</summary>
public static unsafe partial class Call
{
    /// <summary>Lets others of the same priority run.</summary>
    public static CallError Yield() => ErrorOf(CallYield());

    /// <summary>
    /// Waits until so many nanoseconds have passed, and then for the timer's next tick: those come every 10 ms. 0 yields.
    /// </summary>
    public static CallError Sleep(ulong nanoseconds)
    {
        var registers = new Registers { First = nanoseconds };
        return Do(SystemCall.Sleep, ref registers);
    }

    /// <summary>Ends this task.</summary>
    [DoesNotReturn]
    public static void Exit(int code)
    {
        var registers = new Registers { First = (uint)code };
        _ = Do(SystemCall.Exit, ref registers);
        while (true)
        {
        }
    }

    /// <summary>Makes a second task like this one; the handle is for the respective other.</summary>
    public static CallError Fork(out Handle other, out bool isChild)
    {
        Registers registers = default;
        CallError error = Do(SystemCall.Fork, ref registers);
        other = HandleOf(in registers, error);
        isChild = error == CallError.None && registers.Second != 0;
        return error;
    }

    /// <summary>Starts a program, with arguments that each end in a NUL, or none.</summary>
    public static CallError Spawn(ReadOnlySpan<byte> name, ReadOnlySpan<byte> arguments, out Handle child) =>
        Spawn(name, arguments, 0, out child);

    /// <summary>Starts a program with limits and handles of its own.</summary>
    public static CallError Spawn(
        ReadOnlySpan<byte> name, ReadOnlySpan<byte> arguments, in SpawnOptions options, out Handle child) =>
        Spawn(name, arguments, (ulong)Unsafe.AsPointer(in options), out child);

    /// <summary>Replaces this program by another one; returns only where that cannot be done.</summary>
    public static CallError Execute(ReadOnlySpan<byte> name, ReadOnlySpan<byte> arguments)
    {
        Registers registers = Named(name, arguments);
        return Do(SystemCall.Execute, ref registers);
    }

    /// <summary>Ends another task.</summary>
    public static CallError Kill(Handle victim)
    {
        var registers = new Registers { First = victim.Value };
        return Do(SystemCall.Kill, ref registers);
    }

    /// <summary>
    /// Waits for the end of a task, or of any child where the handle is none; closes the handle, whose number
    /// <paramref name="ended"/> still tells which it was.
    /// </summary>
    public static CallError Wait(Handle task, out Handle ended, out ExitStatus status)
    {
        var registers = new Registers { First = task.Value };
        CallError error = Do(SystemCall.Wait, ref registers);
        ended = HandleOf(in registers, error);
        status = new ExitStatus(registers.Second);
        return error;
    }

    /// <summary>Makes a second handle with equal or fewer rights.</summary>
    public static CallError Duplicate(Handle handle, HandleRights rights, out Handle copy)
    {
        var registers = new Registers { First = handle.Value, Second = (ulong)rights };
        CallError error = Do(SystemCall.Duplicate, ref registers);
        copy = HandleOf(in registers, error);
        return error;
    }

    /// <summary>Gives a handle up.</summary>
    public static CallError Close(Handle handle)
    {
        var registers = new Registers { First = handle.Value };
        return Do(SystemCall.Close, ref registers);
    }

    private static CallError Spawn(
        ReadOnlySpan<byte> name, ReadOnlySpan<byte> arguments, ulong options, out Handle child)
    {
        Registers registers = Named(name, arguments);
        registers.Fifth = options;
        CallError error = Do(SystemCall.Spawn, ref registers);
        child = HandleOf(in registers, error);
        return error;
    }

    private static Registers Named(ReadOnlySpan<byte> name, ReadOnlySpan<byte> arguments) => new()
    {
        First = AddressOf(name),
        Second = (ulong)name.Length,
        Third = AddressOf(arguments),
        Fourth = (ulong)arguments.Length,
    };

    private static Handle HandleOf(in Registers registers, CallError error) =>
        error == CallError.None ? new Handle((uint)registers.First) : Handle.None;

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("call_yield")]
    private static extern long CallYield();
}
