namespace UserPrograms;

/// <content>What a call must not have done: each answer is what is wrong, null for nothing.</content>
internal sealed partial class Worker
{
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
}
