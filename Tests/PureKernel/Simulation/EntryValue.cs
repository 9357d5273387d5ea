namespace Kernel.Simulation;

/// <summary>What a word said from a moment on, and the operation that wrote it.</summary>
internal readonly record struct EntryValue(ulong Bits, int From, string Operation);
