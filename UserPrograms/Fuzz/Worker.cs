namespace UserPrograms;

/// <summary>
/// A task that makes calls and looks at what they did: to its registers, to its memory, and whether an error is one
/// that the call can have. Its forks go on as workers of their own.
/// </summary>
internal sealed class Worker
{
    private const int CallsOfWorker = 1000;
    private const int CallsOfWaker = 200;
    private const int CallsOfFork = 100;

    private const int LooksEvery = 16;
    private const int MostForks = 3;

    private readonly Run _run;
    private readonly SentPages _sent;
    private readonly ulong _self;
    private readonly bool _isTalkative;
    private readonly Known _known = new();
    private readonly Ground _ground = new();
    private readonly Offspring _offspring = new();
    private Dice _dice;
    private ulong _task;
    private int _left;
    private int _done;
    private int _depth;

    /// <summary>A worker of a run, which knows these tasks.</summary>
    internal Worker(Run run, SentPages sent, ulong task, Role role, ReadOnlySpan<Handle> others)
    {
        _run = run;
        _sent = sent;
        _task = task;
        _dice = new Dice(run.Part, task);
        _left = role == Role.Worker ? CallsOfWorker : CallsOfWaker;
        _depth = role == Role.Worker ? 0 : 1;
        _isTalkative = run.IsTalkative;
        _self = Call.Count(Counter.Self);
        foreach (Handle other in others)
        {
            _known.Add(other.Value);
        }
    }

    // It must not wait for somebody who never comes: nobody ends a fork, and a waker is there for others.
    private bool IsBrief => _depth > 0;

    /// <summary>Makes all calls; the exit code.</summary>
    internal int Work(Span<byte> sent, Span<byte> received)
    {
        if (_dice.OneIn(4))
        {
            _sent.Fill(sent, _dice.Next());
        }

        while (_left-- > 0)
        {
            Choose(out CallFrame asked);
            _run.Tell(_task, _done, in asked);
            CallFrame given = default;
            CallFrame.Issue(in asked, ref given);
            _run.TellResult(_task, _done, in given);
            _done++;
            string? wrong = Judge(in asked, in given, received);
            if (_done % LooksEvery == 0)
            {
                wrong ??= _sent.Judge(sent, ref _dice);
            }

            if (wrong is not null)
            {
                _run.Complain(_task, _done - 1, wrong, in asked, in given);
                return Endings.Failed | Endings.IsCount | _done;
            }
        }

        return _offspring.Add(Endings.IsCount | _done);
    }

    // The first one wakes somebody.
    private void Choose(out CallFrame asked)
    {
        if (_isTalkative && _done == 0 && _known.HasHandle && !IsBrief)
        {
            CallMaker.MakeShortSend(_known.OneOf(ref _dice), _dice.Next(), out asked);
            return;
        }

        CallMaker.Make(ref _dice, _known, _ground, out asked);
        Limits.Apply(ref asked, IsBrief, ref _dice);
        bool isForkRare = !_isTalkative && _left < CallsOfFork;
        if (asked.Call == SystemCall.Fork && (_depth == MostForks || isForkRare))
        {
            asked.Rax = (ulong)SystemCall.Yield;
        }
    }

    private string? Judge(in CallFrame asked, in CallFrame given, ReadOnlySpan<byte> received)
    {
        if ((given.Lost | given.Left) != 0)
        {
            return given.Lost != 0 ? "a register is lost" : "a register is not cleared";
        }

        CallError error = given.Error;
        if (!Refusals.Allow(asked.Rax, error))
        {
            return "the call cannot be refused so";
        }

        if (_isTalkative && error is (CallError.BadHandle or CallError.PeerGone))
        {
            _known.Doubt(asked.Rdi, ref _dice);
        }

        return asked.Call switch
        {
            SystemCall.Map or SystemCall.Unmap or SystemCall.Protect => _ground.Judge(in asked, error),
            SystemCall.Query => _ground.JudgeQuery(asked.Rdi, new PageSummary(given.Rax)),
            _ => error == CallError.None ? JudgeDone(in asked, in given, received) : null,
        };
    }

    private string? JudgeDone(in CallFrame asked, in CallFrame given, ReadOnlySpan<byte> received)
    {
        switch (asked.Call)
        {
            case SystemCall.Send or SystemCall.SendShort:
                return JudgeMessage(in asked, in given, received);
            case SystemCall.Receive or SystemCall.ReplyReceive or SystemCall.ReplyReceiveShort:
                _known.AddSender(given.Rdx);
                return JudgeMessage(in asked, in given, received);
            case SystemCall.Reply:
                _known.Owed = 0;
                return null;
            case SystemCall.Fork:
                Fork(in given);
                return null;
            case SystemCall.Close or SystemCall.Wait when _isTalkative:
                _known.Doubt(asked.Rdi, ref _dice);
                return null;
            case SystemCall.Spawn or SystemCall.Duplicate:
                _known.Add(given.Rax);
                return null;
            case SystemCall.Count when asked.Rdi == (ulong)Counter.Self && _depth == 0 && given.Rax != _self:
                return "another task's number";
            default:
                return null;
        }
    }

    // A short one is in registers, of a longer one the buffer has what fits.
    private string? JudgeMessage(in CallFrame asked, in CallFrame given, ReadOnlySpan<byte> received)
    {
        var info = new MessageInfo(given.Rax);
        for (int i = 0; i < info.Handles; i++)
        {
            _known.Add(new ReceivedHandles(given.Rsi, given.Rdi)[i].Value);
        }

        if (info.Length == MessageInfo.ShortBytes)
        {
            _left = given.Message.Word0 == Endings.Request ? 0 : _left;
            ShortMessage expected = Pattern.Short(given.Message.Word0);
            bool isRight = given.Message.Word1 == expected.Word1 && given.Message.Word2 == expected.Word2
                && given.Message.Word3 == expected.Word3;
            return isRight ? null : "a short message is not what was sent";
        }

        ulong offset = asked.Rdx - Places.Received;
        bool hasBuffer = asked.Call is SystemCall.Send or SystemCall.Receive or SystemCall.ReplyReceive;
        if (!Pattern.IsMeant(info.Length) || !hasBuffer || offset >= (ulong)received.Length)
        {
            return null;
        }

        ulong came = info.Length < asked.R8 ? info.Length : asked.R8;
        return came > (ulong)received.Length - offset ? "more came than there is room for"
            : Pattern.IsIn(received.Slice((int)offset, (int)came), info.Length) ? null
            : "a message is not what was sent";
    }

    // Other calls from now on: those of a task that ends soon.
    private void Fork(in CallFrame given)
    {
        _known.Add(given.Rax);
        ulong part = _dice.Next();
        if (given.Rdx != 0)
        {
            _depth++;
            _task = (_task << 8) + ((ulong)_done & 0xFF);
            _dice = new Dice(part, _task);
            _left = _dice.Index(CallsOfFork);
            _done = 0;
            _known.Owed = 0;
            _offspring.Clear();
        }
        else
        {
            _offspring.Add(given.Rax);
        }
    }
}
