using System.Collections.Generic;
using System.Globalization;

namespace Verbs.Mutating;

/// <summary>
/// What the processes of <c>Tests/Mutants</c> say, one after the other: each goes on where the one before it ended.
/// </summary>
/// <param name="mutants">The numbers of all mutants that are tried.</param>
public sealed class Hearing(IEnumerable<int> mutants)
{
    private readonly Queue<int> _left = new(mutants);
    private readonly Dictionary<int, MutantFate> _fates = [];
    private bool _isTrying;
    private int _saidOfThis;

    /// <summary>The mutants that nothing was said of yet, in their order.</summary>
    public IReadOnlyCollection<int> Left => _left;

    /// <summary>What was said of the others.</summary>
    public IReadOnlyDictionary<int, MutantFate> Fates => _fates;

    /// <summary>A line of a process; see <c>Tests/Mutants/Program.cs</c>.</summary>
    /// <exception cref="VerbException">A test fails without a mutant, too, or the line means nothing.</exception>
    public void Hear(string line)
    {
        string[] words = line.Split(' ', 2);
        switch (words[0])
        {
            case "passed":
                Conclude(MutantFate.Survived);
                break;
            case "failed" or "endless":
                Conclude(MutantFate.Killed);
                break;
            case "unsound" when _saidOfThis > 0:
                // Another mutant may have left something behind: a new process tries again.
                _isTrying = false;
                break;
            case "broken" or "unsound":
                throw new VerbException($"{words[1]} fails without a mutant", "mend it: ./build.sh test");
            default:
                _isTrying = int.TryParse(line, CultureInfo.InvariantCulture, out int number) && number == _left.Peek()
                    ? true
                    : throw new VerbException($"the tests said \"{line}\"", "run them: ./build.sh test");
                break;
        }
    }

    /// <summary>A process is no more: the mutant that it tried, if any, has ended it.</summary>
    /// <exception cref="VerbException">It said nothing.</exception>
    public void End()
    {
        if (_isTrying)
        {
            Conclude(MutantFate.Killed);
        }
        else if (_saidOfThis == 0)
        {
            throw new VerbException("no mutant was tried", "see artifacts/mutation/errors.txt");
        }

        _saidOfThis = 0;
    }

    private void Conclude(MutantFate fate)
    {
        _fates[_left.Dequeue()] = fate;
        _isTrying = false;
        _saidOfThis++;
    }
}
