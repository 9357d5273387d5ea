using Kernel.Tasks;

namespace Simulator.Model;

/// <summary>The results of a call.</summary>
/// <param name="Rax">The first: a value, or an error negated.</param>
/// <param name="Rdx">The second.</param>
/// <param name="Rsi">The third.</param>
/// <param name="Rdi">The fourth.</param>
/// <param name="Words">A short message.</param>
internal readonly record struct Told(
    ulong Rax, ulong Rdx = 0, ulong Rsi = 0, ulong Rdi = 0, ShortMessage Words = default);
