using System;
using Kernel.Abi;
using Kernel.Memory;
using Kernel.Syscalls;
using Kernel.Units;

namespace Kernel.Tasks;

/// <summary>The first moment of a program: an address space with its image, a stack, and the arguments above it.</summary>
internal static class ProgramStart
{
    /// <summary>The most bytes of arguments.</summary>
    internal const int MostArguments = 1024;

    // What a stack of 64 pages can be charged, with all tables down to it.
    private const uint StackWeight = 64 + 3;

    private static VirtAddr StackTop => new(PageRange.UserEnd.Value & ~0xFFFFFUL);

    private static ByteCount StackLength => new(StackPages << Machine.Geometry.PageBits);

    private static ulong StackPages => 64;

    /// <summary>What a program is charged when it begins.</summary>
    internal static FrameCount Charge(in ProgramImage image) => image.Space.Charge + new FrameCount(StackWeight);

    /// <summary>Makes the space of a program that begins.</summary>
    internal static CallError TryMakeSpace(
        ref PagingManager memory, ref ProgramImage image, FrameCount quota, ReadOnlySpan<byte> arguments,
        out AddressSpace space)
    {
        CallError error = Core.ErrorOf(memory.TryFork(ref image.Space, quota, out space));
        if (error != CallError.None)
        {
            return error;
        }

        _ = PageRange.Decode(new VirtAddr(StackTop.Value - StackLength.Value), StackLength, out PageRange stack);
        error = Core.ErrorOf(memory.MapStack(ref space, stack));
        if (error == CallError.None && !UserText.TryWrite(ref memory, ref space, ArgumentsAt(arguments), arguments))
        {
            error = CallError.OutOfMemory;
        }

        if (error != CallError.None)
        {
            memory.Destroy(ref space);
        }

        return error;
    }

    /// <summary>The registers of a program that begins; the handles that it is given are where messages come.</summary>
    internal static void SetRegisters(
        ref Task task, VirtAddr entry, ReadOnlySpan<byte> arguments, Handle parent, in ShortMessage given)
    {
        VirtAddr at = ArgumentsAt(arguments);
        task.Registers = default;
        task.Registers.Rip = entry.Value;
        task.Registers.Rsp = at.Value;
        Core.SetResult(ref task, rax: 0, parent.Value, (ulong)arguments.Length, at.Value);
        task.Registers.Message = given;
    }

    private static VirtAddr ArgumentsAt(ReadOnlySpan<byte> arguments) =>
        new((StackTop.Value - (ulong)arguments.Length) & ~15UL);
}
