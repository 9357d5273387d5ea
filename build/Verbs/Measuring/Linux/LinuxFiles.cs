namespace Verbs.Measuring.Linux;

/// <summary>What is measured beside ours: files on this host.</summary>
/// <param name="Kernel">Debian's kernel as it is, unpacked from its package and not installed.</param>
/// <param name="Release">Its release, such as <c>6.1.0-56-amd64</c>.</param>
/// <param name="Archive">An archive with one program, which it starts first.</param>
public sealed record LinuxFiles(string Kernel, string Release, string Archive);
