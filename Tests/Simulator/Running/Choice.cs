using Kernel.Abi;
using Kernel.Syscalls;
using Simulator.Hardware;
using Simulator.Model;

namespace Simulator;

/// <summary>
/// What the numbers of a step stand for now: handles that the caller has, or not; memory of its own, or not; senders
/// that wait for it, or not.
/// </summary>
/// <param name="model">All tasks.</param>
/// <param name="step">The step.</param>
internal readonly ref struct Choice(ModelKernel model, in Step step)
{
    /// <summary>Where programs write down what they want of the next one.</summary>
    public const ulong OptionsAt = ModelImage.Data + 0x118;

    // Behind the names of programs, which stay.
    private const ulong Work = ModelImage.Data + 0x110;
    private const ulong Heap = 0x50_0000;
    private readonly Step _step = step;

    private ModelTask Caller => model.Current!;

    /// <summary>A place in memory: data, stack, pages of the heap, or nonsense; often the start of a page.</summary>
    public static ulong Address(uint region, uint offset)
    {
        ulong at = region % 16 switch
        {
            < 3 => Work + (offset % 0x1300),
            < 8 => Work + (offset % 0x300),
            < 11 => ModelImage.StackTop - ModelImage.StackLength + (offset % 0x2000),
            11 => ModelImage.Code + (offset % 600),
            15 when region % 64 == 15 => (ulong)offset * region,
            15 => Heap + (offset % 0x3000),
            _ => Heap + (offset % 0x800),
        };
        return region / 16 % 2 == 0 ? at & ~(ulong)(ModelPage.Size - 1) : at;
    }

    /// <summary>
    /// The call that the step's action comes to. Left to chance alone, all would soon wait for one another: so servers
    /// answer, as a rule, and the first one of all waits for messages only where there are some.
    /// </summary>
    public SystemCall Call() => _step.Action switch
    {
        _ when IsFirst && Caller.Handles.FreeCount < 8 && _step.D % 2 == 0 => SystemCall.Close,
        _ when IsFirst && model.Live < 12 => CanMake ? SystemCall.Spawn : SystemCall.Yield,
        _ when IsRich && CanMake && _step.D % Most > model.Live => SystemCall.Spawn,
        StepAction.Hostile => HostileCall,
        _ when IsFirst && MayReceive && Caller.Senders.First is null => CanMake ? SystemCall.Spawn : SystemCall.Send,
        StepAction.Fork or StepAction.Spawn when !CanMake && _step.D % 8 != 0 => SystemCall.SendShort,
        StepAction.Send or StepAction.Receive or StepAction.Wait when Caller.Client is not null && _step.D % 4 != 0
            => _step.D % 2 == 0 || IsFirst ? SystemCall.Reply : SystemCall.ReplyReceive,
        StepAction.Fork => Caller.Quota < 1000 ? SystemCall.Fork : SystemCall.Spawn,
        StepAction.Exit => IsMeant(4) && (!IsFirst || _step.C << 12 == 0) ? SystemCall.Exit : SystemCall.Yield,
        StepAction.Kill => IsMeant(1) ? SystemCall.Kill : SystemCall.Yield,
        StepAction.Send => SystemCall.Send,
        StepAction.SendShort => SystemCall.SendShort,
        StepAction.Receive => SystemCall.Receive,
        StepAction.Reply => SystemCall.Reply,
        StepAction.ReplyReceive => SystemCall.ReplyReceive,
        StepAction.ReplyReceiveShort => SystemCall.ReplyReceiveShort,
        StepAction.Spawn => SystemCall.Spawn,
        StepAction.Execute => SystemCall.Execute,
        StepAction.Wait => SystemCall.Wait,
        StepAction.Sleep when !IsFirst => SystemCall.Sleep,
        StepAction.Duplicate => SystemCall.Duplicate,
        StepAction.Close => SystemCall.Close,
        StepAction.Map => SystemCall.Map,
        StepAction.Unmap => SystemCall.Unmap,
        StepAction.Protect => SystemCall.Protect,
        _ => SystemCall.Yield,
    };

    // Fewer tasks end while there are few.
    private bool IsMeant(uint part) => _step.B % (part * Most) < model.Live;

    // As many tasks as the machine's memory should do for.
    private static uint Most => 16 + ((uint)FlatMachine.FrameCount / 256);

    private bool CanMake => Caller.Quota > 250 && Caller.Handles.FreeCount != 0;

    private bool IsRich => Caller.Quota > 1000;

    private bool IsFirst => Caller == model.First;

    private bool MayReceive => _step.Action is StepAction.Receive or StepAction.ReplyReceive
        or StepAction.ReplyReceiveShort;

    // The end of all is seldom meant.
    private SystemCall HostileCall
    {
        get
        {
            var call = (SystemCall)(_step.A % 24);
            return call == SystemCall.Exit || IsFirst ? SystemCall.Nothing : call;
        }
    }

    /// <summary>Whether a program is given what the step says, and not half of what the caller has.</summary>
    public bool HasOptions => IsRich || _step.D % 2 == 0;

    /// <summary>What goes into the registers.</summary>
    public CallArguments Arguments(SystemCall call, out ulong gifts)
    {
        gifts = Gift(_step.D >> 3) | Gift(_step.D >> 7) << 32;
        if (_step.Action == StepAction.Hostile && !IsFirst)
        {
            return Hostile(call);
        }

        return call switch
        {
            SystemCall.Send or SystemCall.SendShort => Message(Handle(_step.A)),
            SystemCall.Receive => Message(first: 0),
            SystemCall.Reply or SystemCall.ReplyReceive or SystemCall.ReplyReceiveShort => Message(Sender),
            SystemCall.Exit => new CallArguments(_step.A, 0, 0, 0, 0, 0),
            SystemCall.Spawn or SystemCall.Execute => Start,
            SystemCall.Duplicate => new CallArguments(Handle(_step.A), _step.B % 9, 0, 0, 0, 0),
            SystemCall.Wait when _step.B % 2 == 0 => default,
            SystemCall.Kill or SystemCall.Wait or SystemCall.Close =>
                new CallArguments(Handle(_step.A), 0, 0, 0, 0, 0),
            SystemCall.Sleep => new CallArguments(Time, 0, 0, 0, 0, 0),
            SystemCall.Map or SystemCall.Unmap or SystemCall.Protect => Pages(call),
            _ => default,
        };
    }

    /// <summary>What a program may want of the next one.</summary>
    public SpawnOptions Options() => new()
    {
        Frames = _step.A % 4 == 0 && !IsRich ? 0 : (_step.A % 8 == 1 ? 1200u : 90u) + (_step.A % 200),
        Tasks = _step.B % 3 == 0 && !IsRich ? 0 : 1 + (_step.B % 20),
        PriorityPlusOne = _step.C % 3 == 0 ? 0 : _step.C % 7,
        Gift0 = new HandleGift(_step.D % 4 == 2 ? (uint)Gift(_step.D >> 4) : 0),
        Gift1 = new HandleGift(_step.D % 8 == 6 ? (uint)Gift(_step.D >> 9) : 0),
        Reserved = _step.D % 97 == 0 ? 1u : 0,
    };

    private CallArguments Start
    {
        get
        {
            (ulong offset, ulong length) = (_step.B % 64) switch
            {
                < 24 => (0UL, 4UL),
                < 61 => (4UL, 5UL),
                61 => (9UL, 3UL),
                62 => (12UL, 4UL),
                _ => (0UL, (ulong)_step.A % 80),
            };
            ulong text = _step.C % 8 == 0 ? Address(_step.C >> 3, _step.A) : ModelImage.Data;
            return new CallArguments(
                ModelImage.Data + offset, length, text, _step.C % 32 == 1 ? _step.A % 1100 : _step.C % 40,
                HasOptions ? OptionsAt : 0, 0);
        }
    }

    // Some milliseconds, as a rule; or whole ticks, of which the last must not be missed.
    private ulong Time => (_step.A % 16) switch
    {
        0 => 0,
        < 10 => 1 + (_step.B % 70_000_000),
        < 15 => _step.B % 5 * ModelKernel.TickPeriod,
        _ => (ulong)_step.B << (int)(_step.C % 33),
    };

    // One who waits for the caller's reply, as a rule.
    private ulong Sender
    {
        get
        {
            ModelTask? sender = _step.A % 16 < 12 ? Caller.Client : Caller.Owed.First;
            return _step.A % 16 > 13 ? Caller.Handles.Pick(_step.B).Target?.ReplyKey ?? _step.C
                : sender?.ReplyKey ?? (_step.A % 2 == 0 ? 0 : Caller.ReplyKey);
        }
    }

    private CallArguments Message(ulong first)
    {
        ulong length = (_step.B % 8) switch
        {
            < 4 => _step.B / 8 % 33,
            4 => _step.B / 8 % 3000,
            5 => (ulong)(_step.B / 8 % 20) << ModelPage.Shift,
            6 => _step.B / 8 % 600,
            _ => _step.B / 8 % 512 == 0 ? (ulong)_step.B << 16 : 64,
        };
        int handles = (_step.D % 8) switch
        {
            0 => 1,
            1 => (int)(_step.D / 8 % 6),
            _ => 0,
        };
        ulong capacity = _step.C % 8 == 0 ? _step.C % 999 : 0x2000;
        uint room = (uint)(capacity < 0x2000 ? 0 : _step.C % 4);
        return new CallArguments(
            first, new MessageInfo(length, handles).Bits, Address(_step.C >> 5, _step.C >> 10),
            Address(_step.B >> 6, _step.D >> 11), room == 0 ? capacity : 0x400u << (int)room,
            Gift(_step.D >> 12) | Gift(_step.D >> 17) << 32);
    }

    private CallArguments Pages(SystemCall call)
    {
        ulong count = _step.C % 16 < 12 ? 1 + (_step.C / 16 % 12) : 1 + (_step.C / 16 % 160);
        bool isHeap = call == SystemCall.Map || _step.A % 4 != 0;
        uint page = _step.B % 256 < 224 ? _step.B % 8 : _step.B % 96;
        ulong at = isHeap
            ? Heap + ((ulong)page << ModelPage.Shift)
            : Work + 0x300 + ((ulong)(_step.B % 24) << ModelPage.Shift);
        bool isAligned = _step.D % 32 != 31;
        return new CallArguments(
            isAligned ? at & ~(ulong)(ModelPage.Size - 1) : at, count << ModelPage.Shift,
            (_step.D >> 5) % 16 < 12 ? 1u : (_step.D >> 5) % 4, 0, 0, 0);
    }

    private CallArguments Hostile(SystemCall call)
    {
        ulong any = (_step.B % 4) switch
        {
            0 => Address(_step.B >> 2, _step.C),
            1 => ulong.MaxValue - (_step.C % 512),
            2 => (ulong)_step.C << (int)(_step.D % 48),
            _ => Handle(_step.C),
        };
        return new CallArguments(
            any, call == SystemCall.Print && _step.D % 3 != 0 ? 4097 : (ulong)_step.C << (int)(_step.B % 40),
            any ^ _step.D, Address(_step.D, _step.C), _step.A, _step.D);
    }

    private ulong Handle(uint number) =>
        number % 16 == 15 ? (number >> 4) % 300 : Caller.Handles.Pick(number >> 4).Key;

    private ulong Gift(uint number) =>
        Handle((number << 4) | (number % 61 == 0 ? 15u : 0)) | (number % 3 == 0 ? HandleGift.Moved : 0);
}
