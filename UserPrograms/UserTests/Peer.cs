using System.Collections.Generic;

namespace UserPrograms;

/// <summary>Second tasks for cases: forks of the case that do something else.</summary>
internal static class Peer
{
    private static List<Handle> s_children = [];

    /// <summary>In such a task: who started it.</summary>
    internal static Handle Parent { get; private set; }

    /// <summary>A child that does something and ends with code 0, unless it fails.</summary>
    internal static Handle Start(Action body)
    {
        Check.Done(Call.Fork(out Handle child, out bool isChild), "fork");
        if (isChild)
        {
            Parent = child;
            s_children = [];
            body();
            Environment.Exit(0);
        }

        s_children.Add(child);
        return child;
    }

    /// <summary>A child that does something and is waiting, or has ended, when this returns.</summary>
    internal static Handle StartWaiting(Action body)
    {
        Handle child = Start(body);
        LetRun();
        return child;
    }

    /// <summary>Lets all others run until each of them waits, or has had a few turns.</summary>
    internal static void LetRun(int turns = 8)
    {
        for (int i = 0; i < turns; i++)
        {
            _ = Call.Yield();
        }
    }

    /// <summary>A child that answers each message with its own bytes, and never ends.</summary>
    internal static Handle StartEcho() => StartWaiting(Echo);

    /// <summary>A child that waits for a message for ever, in vain.</summary>
    internal static Handle StartIdle() => StartWaiting(static () => _ = Call.Receive(default, out _));

    /// <summary>Ends a child that does not end of itself.</summary>
    internal static void End(Handle child)
    {
        Check.Done(Call.Kill(child), "kill");
        Check.Ends(child, EndCause.Killed, 0, "a child that was killed");
    }

    /// <summary>Ends all children that have not ended.</summary>
    internal static void EndAll()
    {
        foreach (Handle child in s_children)
        {
            _ = Call.Kill(child);
        }
    }

    private static void Echo()
    {
        Span<byte> buffer = new byte[Scratch.MostEchoed];
        SenderId sender = SenderId.None;
        int length = 0;
        while (true)
        {
            Check.Done(
                Call.ReplyReceive(sender, buffer[..length], HandleGifts.None, buffer, out Message message), "echo");
            for (int i = 0; i < HandleGift.MostPerMessage && !message.Handles[i].IsNone; i++)
            {
                Check.Done(Call.Close(message.Handles[i]), "close");
            }

            sender = message.Sender;
            length = (int)message.Length < buffer.Length ? (int)message.Length : buffer.Length;
        }
    }
}
