namespace TreeFigures;

/// <summary>A picture.</summary>
/// <param name="FileName">The name of its file, without a folder.</param>
/// <param name="Svg">The file's text.</param>
internal sealed record Figure(string FileName, string Svg);
