namespace Kernel.Tests.Host.Paging;

/// <summary>The pages that a test looks at.</summary>
/// <param name="First">The number of the first one, counted from address 0.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct PageWindow(ulong First, int Count)
{
    /// <summary>Whether so many pages from this one of the window on can be mapped, as far as the window goes.</summary>
    public bool CanHold(int page, int count) =>
        First != 0 || (page > 0 && page + count < Count);
}
