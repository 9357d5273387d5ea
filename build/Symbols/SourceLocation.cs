namespace Symbols;

/// <summary>What an instruction's address means in the source.</summary>
/// <param name="Method">Namespace, type and method, or an assembly label.</param>
/// <param name="File">The source file, relative to the repository's root; empty where none is known.</param>
/// <param name="Line">The line in that file, from 1; 0 where none is known.</param>
/// <param name="Offset">Bytes from the function's first instruction.</param>
public readonly record struct SourceLocation(string Method, string File, uint Line, uint Offset)
{
    /// <summary>As a stack trace shows it.</summary>
    public override string ToString() => $"{Method}+0x{Offset:x}{(File.Length == 0 ? "" : $" {File}:{Line}")}";
}
