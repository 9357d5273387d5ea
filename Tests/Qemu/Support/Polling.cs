using System;
using System.Diagnostics;
using System.Threading;

namespace QemuTests.Support;

/// <summary>Asking until the answer is right, of things that tell nobody when they change.</summary>
internal static class Polling
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The first answer that is right, or the last one when the time is over.</summary>
    public static T Until<T>(Func<T> ask, Func<T, bool> isRight, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        T answer = ask();
        while (!isRight(answer) && watch.Elapsed < time)
        {
            Thread.Sleep(s_pause);
            answer = ask();
        }
        return answer;
    }
}
