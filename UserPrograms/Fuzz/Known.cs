namespace UserPrograms;

/// <summary>Handles and senders that a task has been told of, good ones and such as have gone bad since.</summary>
internal sealed class Known
{
    private const int Most = 32;

    private readonly uint[] _handles = new uint[Most];
    private readonly ulong[] _senders = new ulong[Most];
    private int _handlesTold;
    private int _sendersTold;

    /// <summary>A sender that waits for a reply, as far as the task knows; 0 for none.</summary>
    internal ulong Owed { get; set; }

    /// <summary>Remembers a handle, in the place of the oldest one.</summary>
    internal void Add(ulong handle)
    {
        if ((uint)handle != 0)
        {
            _handles[_handlesTold++ % Most] = (uint)handle;
        }
    }

    /// <summary>Remembers a sender.</summary>
    internal void AddSender(ulong sender)
    {
        _senders[_sendersTold++ % Most] = sender;
        Owed = sender;
    }

    /// <summary>A handle: one of the last, mostly, or an old one, or one that is invented.</summary>
    internal ulong Handle(ref Dice dice)
    {
        int count = _handlesTold < Most ? _handlesTold : Most;
        ulong kind = dice.Below(16);
        ulong handle = count == 0 || kind is > 0 and < 4 ? 0 : _handles[dice.Index(count)];
        return kind switch
        {
            0 => handle ^ 1UL << (int)dice.Below(64),
            1 => dice.Next(),
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
