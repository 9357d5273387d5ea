using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>What CR3 held from a moment on, and the operation that wrote it.</summary>
internal readonly record struct RootSpan(PhysAddr Root, int Context, int From, string Operation);
