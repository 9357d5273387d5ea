using FsCheck;

namespace Kernel.Tests.Host.Firmware;

/// <summary>How properties are tried: always the same inputs, so that a failure comes again.</summary>
internal static class Fuzz
{
    private const ulong Seed = 0x5EED_0F_B007UL;

    public static void Run(Property property, int count) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, 1), property);
}
