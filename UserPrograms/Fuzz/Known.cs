namespace UserPrograms;

/// <summary>Handles and senders that a task has been told of, good ones and such as have gone bad since.</summary>
internal sealed class Known
{
    private const int Most = 32;

    private readonly uint[] _handles = new uint[Most];
    private readonly ulong[] _senders = new ulong[Most];
    private int _count;
    private int _oldest;
    private int _sendersTold;

    /// <summary>A sender that waits for a reply, as far as the task knows; 0 for none.</summary>
    internal ulong Owed { get; set; }

    /// <summary>Remembers a handle, in another one's place where there are too many.</summary>
    internal void Add(ulong handle)
    {
        if ((uint)handle != 0)
        {
            _handles[_count < Most ? _count++ : _oldest++ % Most] = (uint)handle;
        }
    }

    /// <summary>Forgets a handle that may have gone bad, mostly: some of those are kept.</summary>
    internal void Doubt(ulong handle, ref Dice dice)
    {
        int place = ((Span<uint>)_handles)[.._count].IndexOf((uint)handle);
        if (place >= 0 && !dice.OneIn(8))
        {
            _handles[place] = _handles[--_count];
        }
    }

    /// <summary>Remembers a sender.</summary>
    internal void AddSender(ulong sender)
    {
        _senders[_sendersTold++ % Most] = sender;
        Owed = sender;
    }

    /// <summary>Whether there is any handle.</summary>
    internal bool HasHandle => _count != 0;

    /// <summary>One of the handles.</summary>
    internal ulong OneOf(ref Dice dice) => _handles[dice.Index(_count)];

    /// <summary>A handle: one of the last, mostly, or an old one, or one that is invented.</summary>
    internal ulong Handle(ref Dice dice)
    {
        ulong kind = dice.Below(16);
        ulong handle = HasHandle ? OneOf(ref dice) : 0;
        return kind switch
        {
            0 => handle ^ 1UL << (int)dice.Below(64),
            1 => dice.Next(),
            2 => 0,
            3 => (uint)dice.Next(),
            _ => handle,
        };
    }

    /// <summary>A sender: the one that waits, mostly, or an old one, or one that is invented.</summary>
    internal ulong Sender(ref Dice dice) => dice.Below(16) switch
    {
        0 => Owed ^ 1UL << (int)dice.Below(64),
        1 => dice.Next(),
        2 => 0,
        < 7 => _senders[dice.Index(Most)],
        _ => Owed,
    };
}
