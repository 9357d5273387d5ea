namespace Verbs.Testing;

/// <summary>What came of one test.</summary>
/// <param name="Name">Its full name, with its arguments.</param>
/// <param name="Counts">One, as what it ended.</param>
public readonly record struct TestResult(string Name, TestCounts Counts);
