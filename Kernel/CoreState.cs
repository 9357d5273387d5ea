using Kernel.Tasks;

namespace Kernel;

/// <summary>
/// The part of <see cref="State"/> that every trap needs: by itself, so that an instruction can name a field of it.
/// </summary>
internal static class CoreState
{
    /// <summary>Tasks, their memory and their messages.</summary>
    internal static Core Core;
}
