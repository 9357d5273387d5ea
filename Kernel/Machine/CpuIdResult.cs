namespace Kernel.Machines;

/// <summary>The four registers that CPUID fills (Intel SDM vol. 2, CPUID).</summary>
public readonly record struct CpuIdResult(uint Eax, uint Ebx, uint Ecx, uint Edx);
