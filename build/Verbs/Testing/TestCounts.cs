using System.Globalization;

namespace Verbs.Testing;

/// <summary>How many tests ended how.</summary>
/// <param name="Passed">Those that passed.</param>
/// <param name="Failed">Those that did not, whatever the reason.</param>
/// <param name="Skipped">Those that did not run. Never counted as passed.</param>
public readonly record struct TestCounts(int Passed, int Failed, int Skipped)
{
    /// <summary>The sum of two counts.</summary>
    public static TestCounts operator +(TestCounts left, TestCounts right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    /// <summary>The sum of two counts.</summary>
    public static TestCounts Add(TestCounts left, TestCounts right) => left + right;

    /// <summary>Whether a run may call itself good: something passed and nothing failed.</summary>
    public bool IsGood => Failed == 0 && Passed > 0;

    /// <summary>
    /// The last line of a run: <c>N passed, N failed</c>, and <c>, N skipped</c> where there are any.
    /// </summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Passed} passed, {Failed} failed{(Skipped == 0 ? "" : $", {Skipped} skipped")}");
}
