namespace UserPrograms;

/// <summary>A way to go wrong in C#.</summary>
/// <param name="Name">What it is, and the argument that asks for it.</param>
/// <param name="Cause">How it ends.</param>
/// <param name="Code">The exception's vector, or the exit code.</param>
internal readonly record struct Mistake(string Name, EndCause Cause, int Code);
