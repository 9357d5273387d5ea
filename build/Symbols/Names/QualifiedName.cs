namespace Symbols.Names;

/// <summary>The name of a function in its source language.</summary>
/// <param name="Namespace">The C# namespace; empty for labels and for types outside any.</param>
/// <param name="Type">The C# type, with the types around it and its type arguments; empty for labels.</param>
/// <param name="Method">The C# method with its type arguments, or the assembly label.</param>
public readonly record struct QualifiedName(string Namespace, string Type, string Method)
{
    /// <summary>The name of an assembly label.</summary>
    public static QualifiedName Label(string name) => new("", "", name);

    /// <summary>The namespace with its trailing dot; empty where there is none.</summary>
    public string NamespacePrefix => Dotted(Namespace);

    /// <summary>The type with its trailing dot; empty where there is none.</summary>
    public string TypePrefix => Dotted(Type);

    /// <summary>Namespace, type and method with dots between them.</summary>
    public override string ToString() => NamespacePrefix + TypePrefix + Method;

    private static string Dotted(string part) => part.Length == 0 ? "" : part + ".";
}
