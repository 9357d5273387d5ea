using Kernel.Units;

namespace Kernel.Metal;

/// <summary>Where the screen's memory is mapped.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its bytes; 0 where there is no screen.</param>
internal readonly record struct ScreenMapping(VirtAddr Start, int Length);
