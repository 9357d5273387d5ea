using System;
using System.Collections.Generic;
using System.Linq;

namespace Kernel.Tests.Host.Fuzzing;

/// <summary>
/// Feeds a parser: first with what it failed on before, then with its seeds cut off at every length and changed in
/// every byte, then with descendants. An input whose outcome nobody had before is kept and has descendants of its own,
/// and so the search goes where the parser has not been.
/// </summary>
internal sealed class ParserFuzzer(string name, IParserTarget target, int seed)
{
    private readonly FuzzInput _input = new();
    private readonly List<byte[]> _kept = [];
    private readonly List<byte[]> _taken = [];
    private readonly HashSet<Outcome> _outcomes = [];

    /// <summary>How many inputs the parser has had.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them it took.</summary>
    public int Taken { get; private set; }

    /// <summary>How many different outcomes there were.</summary>
    public int Outcomes => _outcomes.Count;

    /// <summary>The results that there were.</summary>
    public IReadOnlySet<int> Results => _outcomes.Select(static outcome => outcome.Result).ToHashSet();

    /// <summary>Feeds it with so many inputs; the first that it fails on is saved and thrown.</summary>
    public void Run(int inputs)
    {
        foreach (byte[] bytes in FoundInputs.Of(name).Concat(target.Seeds))
        {
            _input.Set(bytes);
            Try();
        }

        foreach (byte[] bytes in target.Seeds)
        {
            ChangeEverywhere(bytes);
        }

        var damage = new InputDamage(seed, target);
        while (Count < inputs)
        {
            // Most damage is to be refused: too much of it on top of another piece leads nowhere.
            _input.Set(damage.Any(damage.Happens(2) && _taken.Count != 0 ? _taken : _kept));
            damage.Apply(_input, damage.Any(_kept));
            if (damage.Happens(2))
            {
                target.Repair(_input.Bytes);
            }

            Try();
        }
    }

    private void ChangeEverywhere(byte[] bytes)
    {
        for (int at = 0; at < bytes.Length; at++)
        {
            _input.Set(bytes);
            _input.Cut(at);
            Try();
            for (int bit = 0; bit < 8; bit++)
            {
                TryWith(bytes, at, (byte)(bytes[at] ^ (1 << bit)));
            }

            TryWith(bytes, at, 0);
            TryWith(bytes, at, byte.MaxValue);
            TryWith(bytes, at, (byte)(bytes[at] + 1));
            TryWith(bytes, at, (byte)(bytes[at] - 1));
        }
    }

    private void TryWith(byte[] bytes, int at, byte value)
    {
        _input.Set(bytes);
        _input.Bytes[at] = value;
        Try();
    }

    private void Try()
    {
        Outcome outcome;
        try
        {
            outcome = target.Parse(_input.Memory);
        }
        catch (Exception exception)
        {
            throw FuzzFailure.Of(name, seed, Count, _input.Bytes, exception);
        }

        Count++;
        Taken += outcome.Result == 0 ? 1 : 0;
        if (_outcomes.Add(outcome))
        {
            byte[] kept = _input.Bytes.ToArray();
            _kept.Add(kept);
            if (outcome.Result == 0)
            {
                _taken.Add(kept);
            }
        }
    }
}
