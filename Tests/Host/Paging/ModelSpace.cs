using System.Collections.Generic;
using System.Linq;
using Kernel.Machines;

namespace Kernel.Tests.Host.Paging;

/// <summary>What an address space must be: a dictionary from pages to contents and rights, and nothing else.</summary>
internal sealed class ModelSpace(Geometry geometry, PageWindow window, uint quota)
{
    public Dictionary<int, ModelPage> Pages { get; private init; } = [];

    public uint Quota => quota;

    /// <summary>Pages, and tables wherever one covers a page.</summary>
    public uint Charge => ChargeOf(Pages.Keys);

    public ModelSpace Fork(uint childQuota) => new(geometry, window, childQuota) { Pages = new(Pages) };

    public uint ChargeOf(IEnumerable<int> pages)
    {
        int[] numbers = [.. pages];
        uint charge = (uint)numbers.Length + 1;
        for (int level = 1; level < geometry.Levels; level++)
        {
            int shift = level * geometry.IndexBits;
            charge += (uint)numbers.Select(page => (window.First + (ulong)page) >> shift).Distinct().Count();
        }

        return charge;
    }

    public IEnumerable<int> Mapped(int first, int count) =>
        Enumerable.Range(first, count).Where(Pages.ContainsKey);
}
