namespace Verbs.Measuring;

/// <summary>What is measured: files that have been built.</summary>
/// <param name="Measuring">The kernel that measures itself, and counts for programs.</param>
/// <param name="Kernel">The kernel.</param>
/// <param name="Archive">Its programs.</param>
/// <param name="Iso">Both of these for a PC that boots from a disc.</param>
public sealed record BenchImages(string Measuring, string Kernel, string Archive, string Iso);
