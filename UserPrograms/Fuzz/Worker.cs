namespace UserPrograms;

/// <summary>
/// A task that makes calls and looks at what they did: to its registers, to its memory, and whether an error is one
/// that the call can have. Its forks go on as workers of their own.
/// </summary>
internal sealed partial class Worker
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
