using System;
using System.Globalization;
using System.Reflection;
using System.Threading;

namespace Mutants;

/// <summary>A test with one row of its arguments.</summary>
internal sealed class TestRow(MethodInfo method, int number, object?[] arguments)
{
    private const int Glance = 50;

    // In milliseconds, for a loop without end whose condition is as it should be again.
    private const int Respite = 1000;

    // Also the compiler's time for what is seldom reached.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private Thread? _thread;

    /// <summary>What no other one has.</summary>
    public string Name { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{method.DeclaringType!.Name}.{method.Name}:{number}");

    /// <summary>What it takes of a processor's time without a mutant, once that is known.</summary>
    public TimeSpan? Cost { get; set; }

    /// <summary>How many mutants it killed.</summary>
    public int Kills { get; set; }

    /// <summary>What a kill costs, as far as is known: the row with the least goes first.</summary>
    public double Price => Cost!.Value.TotalMilliseconds / (1 + Kills);

    /// <summary>
    /// Runs it on a thread of its own, which has a simulated machine of its own, until it has taken many times its
    /// cost, if that is known.
    /// </summary>
    public Verdict Run()
    {
        TimeSpan limit = (10 * Cost) + s_patience ?? TimeSpan.MaxValue;
        bool hasPassed = false;
        _thread = new Thread(() => hasPassed = Passes()) { IsBackground = true };
        TimeSpan start = Environment.CpuUsage.TotalTime;
        _thread.Start();
        while (!_thread.Join(Glance))
        {
            if (Environment.CpuUsage.TotalTime - start > limit)
            {
                return Verdict.Endless;
            }
        }

        return hasPassed ? Verdict.Passed : Verdict.Failed;
    }

    /// <summary>Whether it came to its end after all, once no mutant is active any more.</summary>
    public bool HasEnded() => _thread!.Join(Respite);

    private bool Passes()
    {
        try
        {
            object instance = Activator.CreateInstance(method.DeclaringType!)!;
            try
            {
                method.Invoke(instance, arguments);
            }
            finally
            {
                (instance as IDisposable)?.Dispose();
            }

            return true;
        }
        catch (TargetInvocationException)
        {
            return false;
        }
    }
}
