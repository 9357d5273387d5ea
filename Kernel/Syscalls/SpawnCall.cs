using System;
using System.Runtime.InteropServices;
using Kernel.Abi;
using Kernel.Ipc;
using Kernel.Loading;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Syscalls;

/// <summary>Spawn: a program in a task of its own, a child of the caller's.</summary>
internal static class SpawnCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        ProgramName name = default;
        Span<byte> text = stackalloc byte[ProgramStart.MostArguments];
        CallError error = TryDecode(ref core, in arguments, ref name, ref text);
        if (error != CallError.None)
        {
            return error;
        }

        error = TryReadOptions(ref core, arguments.Fifth, out SpawnOptions options);
        if (error != CallError.None)
        {
            return error;
        }

        OutgoingMessage gifts = GiftsOf(in options);
        if (!Gifts.AreValid(ref caller, in gifts))
        {
            return CallError.BadHandle;
        }

        error = core.TryMakeRoom(ref caller, handles: 1, out Frame added);
        if (error != CallError.None)
        {
            return error;
        }

        error = TryStart(ref core, in name, text, in options, in gifts);
        if (error != CallError.None)
        {
            core.TakeBackRoom(ref caller, added);
        }

        return error;
    }

    /// <summary>The program's name and its arguments, as they lie in the caller's memory.</summary>
    internal static CallError TryDecode(
        ref Core core, in CallArguments arguments, ref ProgramName name, ref Span<byte> text)
    {
        ref Task caller = ref core.Current.Task;
        if (arguments.Second is 0 or > Archive.MaxNameLength || arguments.Fourth > (ulong)text.Length)
        {
            return CallError.BadArgument;
        }

        text = text[..(int)arguments.Fourth];
        Span<byte> letters = name.Reserve((int)arguments.Second);
        CallError error = UserText.Read(ref core.Memory, ref caller.Space, new VirtAddr(arguments.First), letters);
        return error != CallError.None
            ? error
            : UserText.Read(ref core.Memory, ref caller.Space, new VirtAddr(arguments.Third), text);
    }

    private static CallError TryReadOptions(ref Core core, ulong at, out SpawnOptions options)
    {
        options = default;
        if (at == 0)
        {
            return CallError.None;
        }

        ref Task caller = ref core.Current.Task;
        Span<byte> bytes = MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref options, 1));
        CallError error = UserText.Read(ref core.Memory, ref caller.Space, new VirtAddr(at), bytes);
        return error != CallError.None ? error
            : options.Reserved != 0 || options.PriorityPlusOne > caller.Priority.Level + 1u ? CallError.BadArgument
            : CallError.None;
    }

    private static OutgoingMessage GiftsOf(in SpawnOptions options)
    {
        ulong first = options.Gift0.Value | (ulong)options.Gift1.Value << 32;
        ulong second = options.Gift2.Value | (ulong)options.Gift3.Value << 32;
        int count = options.Gift3.Value != 0 ? 4 : options.Gift2.Value != 0 ? 3
            : options.Gift1.Value != 0 ? 2 : options.Gift0.Value != 0 ? 1 : 0;
        return new OutgoingMessage(new MessageInfo(length: 0, count), default, first, second);
    }

    private static CallError TryStart(
        ref Core core, in ProgramName name, ReadOnlySpan<byte> text, in SpawnOptions options, in OutgoingMessage gifts)
    {
        ref Task caller = ref core.Current.Task;
        CallError error = core.TryFindImage(in name, out byte index);
        if (error != CallError.None)
        {
            return error;
        }

        ref ProgramImage image = ref core.Images.At(index);
        uint tasks = options.Tasks != 0 ? options.Tasks : caller.TaskQuota / 2;
        if (tasks == 0 || tasks >= caller.TaskQuota
            || !Core.TryShare(in caller, ProgramStart.Charge(in image), options.Frames, out FrameCount share))
        {
            return CallError.QuotaExceeded;
        }

        FrameCount quota = share - new FrameCount(1);
        error = ProgramStart.TryMakeSpace(ref core.Memory, ref image, quota, text, out AddressSpace space);
        if (error != CallError.None)
        {
            return error;
        }

        Priority priority = options.PriorityPlusOne == 0
            ? caller.Priority
            : new Priority((byte)(options.PriorityPlusOne - 1));
        error = Core.ErrorOf(core.TryMake(in space, priority, tasks, out TaskSlot child));
        if (error != CallError.None)
        {
            core.Memory.Destroy(ref space);
            return error;
        }

        caller.Space.Quota -= share;
        caller.TaskQuota -= tasks;
        child.Task.Handles.Clear(child);
        child.Task.Program = index;
        Begin(ref core, child, image.Entry, text, in gifts);
        return CallError.None;
    }

    private static void Begin(
        ref Core core, TaskSlot child, VirtAddr entry, ReadOnlySpan<byte> text, in OutgoingMessage gifts)
    {
        ref Task caller = ref core.Current.Task;
        Handle parent = Core.Relate(core.Current, child);
        Gifts.Give(ref caller, in gifts, ref child.Task, out ulong first, out ulong second);
        ProgramStart.SetRegisters(ref child.Task, entry, text, parent, new ShortMessage { Word0 = first, Word1 = second });
        Core.SetResult(ref caller, child.Task.ParentHandle.Value);
        core.Admit(child);
    }
}
