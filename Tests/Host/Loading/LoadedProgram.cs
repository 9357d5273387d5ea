using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Kernel.Loading;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tests.Host.Paging;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Loading;

/// <summary>A program in a space, compared with its file.</summary>
internal static class LoadedProgram
{
    public static PagingError Load(PagingRig rig, ref AddressSpace space, byte[] file)
    {
        ElfError error = ProgramFile.TryDecode(file, out ProgramFile program);
        Assert.Equal(ElfError.None, error);
        return ProgramLoader.TryLoad(ref rig.Memory, ref space, in program);
    }

    /// <summary>
    /// Every page with bytes of the file is there and holds them, and zeros around them; what is behind is pages to
    /// come; nothing is mapped beside; all rights are those of the segment, and pages that may be written are as told.
    /// </summary>
    public static void AssertHolds(
        in AddressSpace space, byte[] file, IReadOnlyList<NaiveSegment> segments,
        PageState writable = PageState.Writable)
    {
        foreach (NaiveSegment segment in segments)
        {
            BigInteger fileEnd = (segment.Address + segment.FileSize + 4095) / 4096;
            BigInteger come = segment.FileSize == 0 ? segment.StartPage : fileEnd;
            for (BigInteger page = segment.StartPage; page < come; page++)
            {
                PageInfo info = Query(in space, page);
                Assert.Equal((segment.Flags & 2) != 0 ? writable : PageState.Present, info.State);
                Assert.Equal((KindOf(segment), RightsOf(segment)), (info.Kind, info.Rights));
                bool isSame = SimMachine.PageBytes(info.Frame).SequenceEqual(segment.ContentsOf(file, page));
                Assert.True(isSame, $"page {page:x} holds something else");
            }

            BigInteger[] zeros = [come, (come + segment.EndPage) / 2, segment.EndPage - 1];
            foreach (BigInteger page in zeros.Where(each => each >= come && each < segment.EndPage))
            {
                PageInfo info = Query(in space, page);
                Assert.Equal(PageState.Reserved, info.State);
                Assert.Equal((KindOf(segment), RightsOf(segment)), (info.Kind, info.Rights));
            }

            BigInteger[] around = [segment.StartPage - 1, segment.EndPage];
            foreach (BigInteger page in around.Where(each => !segments.Any(
                other => other.StartPage <= each && each < other.EndPage)))
            {
                Assert.Equal(PageState.Unmapped, Query(in space, page).State);
            }
        }
    }

    private static PageInfo Query(in AddressSpace space, BigInteger page) =>
        PagingManager.Query(in space, new VirtAddr((ulong)page << 12));

    private static RegionKind KindOf(NaiveSegment segment) =>
        (segment.Flags & 1) != 0 ? RegionKind.Code : RegionKind.Data;

    private static PageRights RightsOf(NaiveSegment segment) =>
        ((segment.Flags & 2) != 0 ? PageRights.Write : 0) | ((segment.Flags & 1) != 0 ? PageRights.Execute : 0);
}
