using System;
using Kernel.Units;

namespace Kernel.Tests.Host.Paging;

/// <summary>A kind of mapping of docs/05-fault-outcomes.md.</summary>
/// <param name="Name">As the page has it.</param>
/// <param name="Build">Makes one in the first space, and gives an address in it.</param>
internal sealed record FaultMapping(string Name, Func<PagingScene, VirtAddr> Build)
{
    /// <summary>A page that is not the first one of its table.</summary>
    public const int Page = 5;

    /// <summary>Where the table begins that has the page.</summary>
    public const int Table = 4;

    public static FaultMapping At(string name, int page, Action<PagingScene> build) =>
        new(name, scene =>
        {
            build(scene);
            return scene.Rig.PageAt(page);
        });
}
