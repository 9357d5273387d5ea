using System;
using Kernel.Abi;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Syscalls;

/// <summary>
/// Execute: another program in the same task. Handles, children and the replies that are owed stay; memory does not. Its
/// registers at the start have no parent: the program that was here knew it.
/// </summary>
internal static class ExecuteCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        ProgramName name = default;
        Span<byte> text = stackalloc byte[ProgramStart.MostArguments];
        CallError error = SpawnCall.TryDecode(ref core, in arguments, ref name, ref text);
        if (error != CallError.None)
        {
            return error;
        }

        error = core.TryFindImage(in name, out byte index);
        if (error != CallError.None)
        {
            return error;
        }

        ref ProgramImage image = ref core.Images.At(index);
        var handles = new FrameCount((uint)caller.Handles.Frames);
        FrameCount quota = caller.Space.Quota - handles;
        error = ProgramStart.TryMakeSpace(ref core.Memory, ref image, quota, text, out AddressSpace space);
        if (error == CallError.None)
        {
            PagingManager.MoveHandles(ref caller.Space, ref space, handles);
            core.Memory.Destroy(ref caller.Space);
            caller.Space = space;
            caller.Program = index;
            ProgramStart.SetRegisters(ref caller, image.Entry, text, Handle.None, given: default);
        }

        return error;
    }
}
