using System.Linq;
using TreeFigures;
using TreeFigures.Runs;
using Xunit;

namespace Kernel.Tests.Host.TreeFigures;

/// <summary>
/// The kernel does what a lecture's slides say (Übung zu Betriebssystemtechnik: Nachrichtenaustausch und Copy-on-Write,
/// FAU Erlangen-Nürnberg, 2019). Frames, contents, counts and the sender's pages are theirs. Their text leaves open the
/// receiver's pages, the rights of pages 00 and 01, and what is written.
/// </summary>
public class MessageRunTests
{
    private static readonly int[] s_frames = [12, 13, 14, 21, 22, 23, 42, 57, 58, 59];

    [Fact]
    public void TheSenderBeginsAsOnTheSlides() => Assert.Equal(
        [
            new Mapping(0, 0, 0x0123_4567, EntryState.ReadOnly),
            new Mapping(1, 1, 0x89AB_CDEF, EntryState.ReadOnly),
            new Mapping(4, 42, 0xDEAD_BEEF, EntryState.Writable),
            new Mapping(5, 13, 0xCAFE_BAFE, EntryState.Writable),
            new Mapping(6, 59, 0xC001_D00D, EntryState.Writable),
        ],
        MessageRun.Copy()[0].PagesOf("sender"));

    [Fact]
    public void TheReceiverBeginsAsOnTheSlides() => Assert.Equal(
        [(0, 0x0123_4567U), (1, 0x89AB_CDEFU), (22, 0xABAD_1DEAU), (23, 0xBADE_AFFEU), (57, 0xFEED_C0DEU)],
        Receiver(MessageRun.Copy()[0]));

    [Fact]
    public void ACopyChangesContentsAndNothingElse()
    {
        Snapshot[] run = MessageRun.Copy();
        Assert.Equal(
            [(0, 0x0123_4567U), (1, 0x89AB_CDEFU), (22, 0xABAD_1DEAU), (23, 0xDEAD_BEEFU), (57, 0xFEED_C0DEU)],
            Receiver(run[1]));
        Assert.Equal(run[0].PagesOf("sender"), run[1].PagesOf("sender"));
        Assert.Equal(run[0].Counts, run[1].Counts);
    }

    [Theory]
    [InlineData(0, new[] { 0U, 1U, 0U, 0U, 1U, 1U, 1U, 1U, 0U, 1U })]
    [InlineData(1, new[] { 0U, 2U, 0U, 0U, 1U, 0U, 2U, 0U, 0U, 1U })]
    [InlineData(2, new[] { 0U, 2U, 0U, 1U, 1U, 0U, 1U, 0U, 0U, 1U })]
    public void CountsAreThoseOfTheSlides(int step, uint[] counts)
    {
        // The slides' counts do not say who wrote: they are the same either way.
        Assert.Equal(counts, CountsOf(MessageRun.Lend(Writer.Receiver)[step]));
        Assert.Equal(counts, CountsOf(MessageRun.Lend(Writer.Sender)[step]));
    }

    [Fact]
    public void ALentPageIsSharedAndNobodyMayWriteAtOnce()
    {
        Snapshot lent = MessageRun.Lend(Writer.Receiver)[1];
        Assert.Equal(
            [
                new Mapping(4, 42, 0xDEAD_BEEF, EntryState.CopyOnWrite),
                new Mapping(5, 13, 0xCAFE_BAFE, EntryState.CopyOnWrite),
                new Mapping(6, 59, 0xC001_D00D, EntryState.Writable),
            ],
            lent.PagesOf("sender").Skip(2));
        Assert.Equal(
            [
                new Mapping(2, 22, 0xABAD_1DEA, EntryState.Writable),
                new Mapping(5, 42, 0xDEAD_BEEF, EntryState.CopyOnWrite),
                new Mapping(6, 13, 0xCAFE_BAFE, EntryState.CopyOnWrite),
            ],
            lent.PagesOf("receiver").Skip(2));
    }

    [Fact]
    public void TheReceiverWhoWritesGetsACopy() =>
        IsCopied(Writer.Receiver, "receiver", MessageRun.Target, "sender", MessageRun.Source);

    [Fact]
    public void TheSenderWhoWritesGetsACopy() =>
        IsCopied(Writer.Sender, "sender", MessageRun.Source, "receiver", MessageRun.Target);

    private static void IsCopied(Writer writer, string name, int page, string other, int otherPage)
    {
        Snapshot written = MessageRun.Lend(writer)[2];
        Assert.Contains(new Mapping(page, 21, MessageRun.Written, EntryState.Writable), written.PagesOf(name));
        Assert.Contains(new Mapping(otherPage, 42, 0xDEAD_BEEF, EntryState.CopyOnWrite), written.PagesOf(other));
    }

    private static (int Frame, uint Word)[] Receiver(Snapshot now) =>
        [.. now.PagesOf("receiver").Select(static page => (page.Frame, page.Word))];

    private static uint[] CountsOf(Snapshot now) => [.. s_frames.Select(frame => now.Counts[frame])];
}
