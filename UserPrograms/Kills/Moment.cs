namespace UserPrograms;

/// <summary>Between two instructions of a path.</summary>
/// <param name="Calls">How many calls its parties have made.</param>
/// <param name="Instructions">How many instructions they have done since the last one, from 1 on.</param>
internal readonly record struct Moment(ulong Calls, ulong Instructions);
