using System.Collections.Generic;

namespace Symbols.Names;

/// <summary>A type of an IL assembly, as mangled names refer to it.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its C# name, with the types around it and without type parameters.</param>
/// <param name="Methods">The C# names of its methods, by their mangled ones.</param>
internal sealed record KnownType(string Namespace, string Name, IReadOnlyDictionary<string, string> Methods);
