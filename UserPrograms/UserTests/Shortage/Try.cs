namespace UserPrograms;

/// <summary>Something that needs frames.</summary>
/// <param name="Prepare">What is done before, with memory enough.</param>
/// <param name="Do">What is tried, again and again while it gives <see cref="CallError.OutOfMemory"/>.</param>
/// <param name="LeavesFrames">Whether there are as many free frames as before where it is refused.</param>
internal readonly record struct Try(Action Prepare, Func<CallError> Do, bool LeavesFrames);
