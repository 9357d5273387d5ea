using System;
using System.Runtime.InteropServices;
using System.Text;
using Kernel.Abi;
using Kernel.Ipc;
using Kernel.Memory;
using Kernel.Syscalls;
using Kernel.Tasks;
using Kernel.Units;

namespace Simulator.Model;

/// <content>What Spawn and Execute read, and the images of programs.</content>
internal sealed partial class ModelKernel
{
    private CallError TryReadStart(in CallArguments arguments, out string name, out byte[] text)
    {
        const ulong longestName = 63;
        name = "";
        text = [];
        if (arguments.Second is 0 or > longestName || arguments.Fourth > ProgramStart.MostArguments)
        {
            return CallError.BadArgument;
        }

        CallError error = CheckText(arguments.First, arguments.Second);
        error = error == CallError.None ? CheckText(arguments.Third, arguments.Fourth) : error;
        if (error != CallError.None)
        {
            return error;
        }

        Span<byte> letters = stackalloc byte[(int)arguments.Second];
        Caller.Memory.Read(arguments.First, letters);
        name = Encoding.Latin1.GetString(letters);
        text = new byte[arguments.Fourth];
        Caller.Memory.Read(arguments.Third, text);
        return CallError.None;
    }

    // Memory may run out while it is read: then some of it is still to come.
    private CallError CheckText(ulong at, ulong length) =>
        !Caller.Memory.Allows(at, length, isWrite: false) ? CallError.BadBuffer
        : HasRunOut(Caller) && IsToCome(at, length) ? CallError.OutOfMemory
        : CallError.None;

    private bool IsToCome(ulong at, ulong length)
    {
        ulong page = Machine.Geometry.SizeAt(1).Value;
        for (ulong next = at & ~(page - 1); next < at + length; next += page)
        {
            if (!PageWalk.To(Caller.Slot.Task.Space.Root, new VirtAddr(next), level: 1).Entry.IsPresent)
            {
                return true;
            }
        }

        return false;
    }

    private CallError TryReadOptions(ulong at, out SpawnOptions options)
    {
        const ulong size = 40;
        options = default;
        if (at == 0)
        {
            return CallError.None;
        }

        CallError error = CheckText(at, size);
        if (error != CallError.None)
        {
            return error;
        }

        Caller.Memory.Read(at, MemoryMarshal.AsBytes(
            new Span<SpawnOptions>(ref options)));
        return options.Reserved != 0 || options.PriorityPlusOne > Caller.Priority + 1u
            ? CallError.BadArgument
            : CallError.None;
    }

    private static OutgoingMessage GiftsOf(in SpawnOptions options)
    {
        int count = options.Gift3.Value != 0 ? 4 : options.Gift2.Value != 0 ? 3
            : options.Gift1.Value != 0 ? 2 : options.Gift0.Value != 0 ? 1 : 0;
        return new OutgoingMessage(
            new MessageInfo(0, count), new VirtAddr(0), options.Gift0.Value | (ulong)options.Gift1.Value << 32,
            options.Gift2.Value | (ulong)options.Gift3.Value << 32);
    }

    // An image that is loaded for the first time is the first task's to pay.
    private CallError TryFindImage(string name, out ModelImage? image)
    {
        image = ModelImage.Find(name);
        if (image is null)
        {
            return name == "bad" ? CallError.BadProgram : CallError.NoSuchProgram;
        }

        if (!_loaded.Contains(name))
        {
            if (!IsLoaded(name))
            {
                return CallError.OutOfMemory;
            }

            _loaded.Add(name);
            First!.Quota -= image.Weight;
            First.Touch();
        }

        return CallError.None;
    }
}
