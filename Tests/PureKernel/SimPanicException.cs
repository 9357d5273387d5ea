using System;

namespace Kernel.Machines;

/// <summary>The kernel's panic, where the machine is simulated.</summary>
/// <param name="reason">What the kernel said.</param>
public sealed class SimPanicException(string reason) : Exception(reason);
