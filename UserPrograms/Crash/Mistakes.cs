using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>Ways to go wrong in C#: those that the language notices end with an exit code and a stack trace.</summary>
internal static class Mistakes
{
    private const int Noticed = 255;
    private const int DivideError = 0;
    private const int PageFault = 14;

    /// <summary>All of them.</summary>
    internal static readonly Mistake[] All =
    [
        new("null reference", EndCause.Trapped, PageFault),
        new("division by zero", EndCause.Trapped, DivideError),
        new("endless recursion", EndCause.Trapped, PageFault),
        new("index", EndCause.Exited, Noticed),
        new("cast", EndCause.Exited, Noticed),
        new("overflow", EndCause.Exited, Noticed),
        new("exception", EndCause.Exited, Noticed),
        new("fail fast", EndCause.Exited, Noticed),
        new("too much memory", EndCause.Exited, Noticed),
    ];

    /// <summary>Makes the one of this name.</summary>
    internal static int Make(string name) => name switch
    {
        "null reference" => Nothing()!.Length,
        "division by zero" => 1 / Zero(),
        "endless recursion" => Recurse(1),
        "index" => Three()[3 + Zero()],
        "cast" => ((string)(object)new int[1]).Length,
        "overflow" => checked(int.MaxValue + Zero() + 1),
        "exception" => throw new InvalidOperationException("thrown on purpose"),
        "fail fast" => FailFast(),
        "too much memory" => EatMemory(),
        _ => throw new ArgumentException("there is no mistake of this name"),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Nothing() => null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Zero() => 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Recurse(int depth) => Recurse(depth + 1) + depth;

    private static int[] Three() => [0, 1, 2];

    private static int FailFast()
    {
        Environment.FailFast("failed on purpose");
        return 0;
    }

    private static int EatMemory()
    {
        var eaten = new List<byte[]>();
        while (true)
        {
            eaten.Add(new byte[1 << 20]);
        }
    }
}
