using System;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Kernel.Tests.Host.Text;

/// <summary>
/// Properties, tried from a fixed seed: a failure comes again, and FsCheck prints its shrunken input.
/// </summary>
internal static class Property
{
    private const ulong Seed = 0x5EED_0001;
    private const ulong Gamma = 0x9E37_79B9_7F4A_7C15;

    public static void Holds<T>(Gen<T> inputs, Action<T> check, int runs = 1000)
    {
        var replay = new Replay(new Rnd(Seed, Gamma), FSharpOption<int>.None);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(runs).WithReplay(FSharpOption<Replay>.Some(replay));
        Check.One(config, Prop.ForAll(inputs.ToArbitrary(), check));
    }
}
