using Kernel.Machines;
using Kernel.Memory;

namespace TreeFigures.Runs;

/// <summary>
/// The example of a lecture on operating systems: a message of two pages, once copied, once lent and then written to.
/// Pages, frames and contents are those of its slides, whose pages 00 to 07 are one table of eight entries here.
/// </summary>
internal static class MessageRun
{
    /// <summary>The first page of the message, in the sender.</summary>
    public const int Source = 4;

    /// <summary>The first page of the buffer, in the receiver; the slides' text has no numbers of its pages.</summary>
    public const int Target = 5;

    /// <summary>What is written to the message's first page after it was lent.</summary>
    public const uint Written = 0xFACE_FEED;

    // The first page of a space is never mapped; the figures' page 00 is the first one of the second table.
    private const int FirstPage = 8;
    private const int MessagePages = 2;
    private const int FrameCount = 80;
    private const int SendersRoot = 60;
    private const int SendersTable = 62;
    private const int ReceiversRoot = 61;
    private const int ReceiversTable = 63;
    private const int CopyOf42 = 21;

    /// <summary>Before the message; after its first page was copied from frame to frame.</summary>
    public static Snapshot[] Copy()
    {
        FigureMachine machine = Begin(out Space sender, out Space receiver);
        Snapshot before = SnapshotReader.Read(machine, "message-before", "Before the message", sender, receiver);
        SimMachine.CopyPage(FigureMachine.FrameOf(23), FigureMachine.FrameOf(42));
        return
        [
            before,
            SnapshotReader.Read(machine, "message-copied", "After the first page was copied", sender, receiver),
        ];
    }

    /// <summary>Before the message; after its pages were lent; after somebody wrote to its first page.</summary>
    public static Snapshot[] Lend(Writer writer)
    {
        FigureMachine machine = Begin(out Space sender, out Space receiver);
        Snapshot before = SnapshotReader.Read(machine, "message-before", "Before the message", sender, receiver);
        machine.Lend(sender, Source, MessagePages, receiver, Target, PageRights.Write);
        Snapshot lent = SnapshotReader.Read(
            machine, "message-lent", "After the message: both pages are lent", sender, receiver);

        // The slides' next free frame.
        machine.HoldAll();
        machine.Offer(CopyOf42);
        (Space space, int page) = writer == Writer.Sender ? (sender, Source) : (receiver, Target);
        machine.Write(space, page, Written);
        machine.FreeHeld();
        string title = $"After the {space.Name} wrote to page {page:00}: one page is copied";
        return [before, lent, SnapshotReader.Read(machine, "message-written", title, sender, receiver)];
    }

    // Where a frame's number matters, no other one is free.
    private static FigureMachine Begin(out Space sender, out Space receiver)
    {
        var machine = new FigureMachine(new Geometry(Levels: 2, IndexBits: 3, PageBits: 12), FrameCount, FirstPage);
        machine.HoldAll();
        machine.Offer(SendersRoot);
        sender = machine.Create("sender");
        machine.Offer(ReceiversRoot);
        receiver = machine.Create("receiver");

        machine.Offer(SendersTable);
        machine.MapHeld(sender, page: 0, frame: 0, 0x0123_4567, PageRights.Read);
        machine.MapHeld(sender, page: 1, frame: 1, 0x89AB_CDEF, PageRights.Read);
        machine.MapHeld(sender, page: 4, frame: 42, 0xDEAD_BEEF, PageRights.Write);
        machine.MapHeld(sender, page: 5, frame: 13, 0xCAFE_BAFE, PageRights.Write);
        machine.MapHeld(sender, page: 6, frame: 59, 0xC001_D00D, PageRights.Write);

        machine.Offer(ReceiversTable);
        machine.Lend(sender, page: 0, count: 2, receiver, at: 0, PageRights.Read);
        machine.MapHeld(receiver, page: 2, frame: 22, 0xABAD_1DEA, PageRights.Write);
        machine.MapHeld(receiver, page: Target, frame: 23, 0xBADE_AFFE, PageRights.Write);
        machine.MapHeld(receiver, page: Target + 1, frame: 57, 0xFEED_C0DE, PageRights.Write);
        machine.FreeHeld();
        return machine;
    }
}
