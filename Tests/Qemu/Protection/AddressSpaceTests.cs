using System.Collections.Generic;
using System.Linq;
using Kernel.Memory;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Protection;

/// <summary>The page tables as the processor walks them when the kernel is ready.</summary>
public sealed class AddressSpaceTests : IClassFixture<AddressSpaceTests.ReadyKernel>
{
    private const ulong UpperHalf = 0xFFFF_8000_0000_0000;

    private readonly PageMapping[] _pages;
    private readonly Dictionary<ulong, PageMapping> _byAddress;

    public AddressSpaceTests(ReadyKernel kernel)
    {
        _pages = kernel.Pages;
        _byAddress = _pages.ToDictionary(static page => page.Address);
    }

    [Theory]
    [InlineData("text", "r-x")]
    [InlineData("rodata", "r--")]
    [InlineData("data", "rw-")]
    [InlineData("symbols", "r--")]
    public void EverySectionHasItsRights(string section, string rights) => Assert.All(
        LinkedKernel.PagesOf(section),
        page => Assert.Equal(
            (page - KernelLayout.ImageBase.Value, rights), (_byAddress[page].Frame, _byAddress[page].Rights)));

    [Fact]
    public void StacksAreWritableAndTheirGuardPagesAbsent() => Assert.All(
        LinkedKernel.PagesOf("stacks"),
        page => Assert.Equal(
            LinkedKernel.Guards.Contains(page) ? "absent" : "rw-",
            _byAddress.GetValueOrDefault(page)?.Rights ?? "absent"));

    [Fact]
    public void NothingElseOfTheImageIsMapped()
    {
        string[] sections = ["text", "rodata", "data", "stacks", "symbols"];
        var parts = sections.SelectMany(LinkedKernel.PagesOf).ToHashSet();
        Assert.All(
            _pages.Where(static page => page.Address >= KernelLayout.ImageBase.Value),
            page => Assert.Contains(page.Address, parts));
    }

    [Fact]
    public void NoPageIsWritableAndExecutable() =>
        Assert.DoesNotContain(_pages, static page => page.IsWritable && page.IsExecutable);

    [Fact]
    public void OnlyTheTextIsExecutable() => Assert.Equal(
        LinkedKernel.PagesOf("text"),
        _pages.Where(static page => page.IsExecutable).Select(static page => page.Address).Order());

    [Fact]
    public void TheImageHasNoSecondMapping()
    {
        ulong start = LinkedSymbols.Kernel.AddressOf("image_start");
        ulong end = LinkedSymbols.Kernel.AddressOf("image_end");
        Assert.DoesNotContain(
            _pages, page => page.Address < KernelLayout.ImageBase.Value && page.Frame >= start && page.Frame < end);
    }

    [Fact]
    public void TheLowerHalfIsEmpty() => Assert.DoesNotContain(_pages, static page => page.Address < UpperHalf);

    [Fact]
    public void NoPageIsForRing3() => Assert.DoesNotContain(_pages, static page => page.IsUser);

    [Fact]
    public void TheKernelsPagesAreGlobal() =>
        Assert.All(_pages, static page => Assert.True(page.IsGlobal, $"{page.Address:x} is not"));

    /// <summary>One machine for all these tests.</summary>
    public sealed class ReadyKernel
    {
        public ReadyKernel()
        {
            using RunningMachine machine = GuestExtensions.StartToReady(Machine.Direct);
            Pages = PageMapping.ReadAll(machine);
        }

        internal PageMapping[] Pages { get; }
    }
}
