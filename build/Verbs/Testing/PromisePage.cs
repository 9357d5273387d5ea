using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Verbs.Testing;

/// <summary>The page that says of each promise how it is tested, and what came of it.</summary>
public static class PromisePage
{
    private const string Head = """
        # What is promised, and how it is tested

        `./build.sh promises` writes this page, from `Tests/promises.txt` and the newest result of each test since the last
        `./build.sh test` began. A test may hold several promises.

        | promise | tests whose names have | passed | failed | skipped |
        |---|---|---:|---:|---:|

        """;

    /// <summary>The page.</summary>
    /// <exception cref="VerbException">A promise has no test.</exception>
    public static string Write(IReadOnlyList<Promise> promises, IReadOnlyList<TestResult> results)
    {
        var page = new StringBuilder(Head);
        foreach (Promise promise in promises)
        {
            TestCounts counts = results.Where(result => promise.IsHeldBy(result.Name))
                .Select(static result => result.Counts)
                .Aggregate(default(TestCounts), TestCounts.Add);
            if (counts == default)
            {
                throw new VerbException(
                    $"no test holds '{promise.Text}'", "run ./build.sh test without a filter, or mend Tests/promises.txt");
            }

            string names = string.Join(", ", promise.Tests.Select(static part => $"`{part}`"));
            page.Append($"| {promise.Text} | {names} | {counts.Passed:N0} | {counts.Failed:N0} | {counts.Skipped:N0} |\n");
        }

        TestCounts all = results.Select(static result => result.Counts).Aggregate(default(TestCounts), TestCounts.Add);
        return page.Append($"\nAll tests, these among them: {all.Passed:N0} passed, {all.Failed:N0} failed, "
            + $"{all.Skipped:N0} skipped.\n").ToString();
    }
}
