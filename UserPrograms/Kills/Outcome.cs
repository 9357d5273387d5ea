namespace UserPrograms;

/// <summary>What came of one kill.</summary>
/// <param name="Parties">How many there were to kill; none where the moment did not come.</param>
/// <param name="Stuck">How many waited afterwards, and neither for a message nor for somebody who did.</param>
/// <param name="Status">How the first one ended.</param>
internal readonly record struct Outcome(ulong Parties, ulong Stuck, ExitStatus Status);
