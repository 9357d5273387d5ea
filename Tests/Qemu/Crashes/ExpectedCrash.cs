using System.Collections.Immutable;

namespace QemuTests.Crashes;

/// <summary>What the kernel must print when it breaks in one way.</summary>
/// <param name="Name">The way, a name of Tests/CrashImage/Crashes.cs.</param>
/// <param name="Cause">The report's first line. <c>{data}</c> in it stands for an address in that section, and
/// <c>{guard_kernel}</c> for one in that guard page.</param>
/// <param name="Details">The report's second line; null where it has none, and the registers follow.</param>
/// <param name="Frames">The stack trace down to the kernel's entry, without those calls that the compiler may turn into
/// jumps.</param>
internal sealed record ExpectedCrash(string Name, string Cause, string? Details, ImmutableArray<ExpectedFrame> Frames);
