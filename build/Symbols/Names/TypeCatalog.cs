using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Symbols.Names;

/// <summary>The types of the IL assemblies that the kernel was compiled from, by their mangled names.</summary>
public sealed class TypeCatalog
{
    private readonly Dictionary<string, KnownType> _types = [];

    /// <summary>No types: every name stays as it is.</summary>
    public static TypeCatalog Empty { get; } = new();

    /// <summary>The types of all these assemblies.</summary>
    /// <exception cref="SymbolsException">A file cannot be read, or is no IL assembly.</exception>
    public static TypeCatalog Load(IEnumerable<string> assemblyPaths)
    {
        ArgumentNullException.ThrowIfNull(assemblyPaths);
        var catalog = new TypeCatalog();
        foreach (string path in assemblyPaths)
        {
            try
            {
                using var file = new PEReader(File.OpenRead(path));
                catalog.Add(file.GetMetadataReader());
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException
                or BadImageFormatException or InvalidOperationException)
            {
                throw new SymbolsException($"{path}: {error.Message}", error);
            }
        }

        return catalog;
    }

    /// <summary>
    /// The longest mangled name that <paramref name="symbol"/> starts with; false where no type's name does.
    /// </summary>
    internal bool TryMatch(ReadOnlySpan<char> symbol, out int length, out KnownType type)
    {
        var lookup = _types.GetAlternateLookup<ReadOnlySpan<char>>();
        for (length = symbol.Length; length > 0; length--)
        {
            if (lookup.TryGetValue(symbol[..length], out KnownType? found))
            {
                type = found;
                return true;
            }
        }

        type = null!;
        return false;
    }

    private void Add(MetadataReader reader)
    {
        string assembly = Mangling.Sanitize(reader.GetString(reader.GetAssemblyDefinition().Name));
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition definition = reader.GetTypeDefinition(handle);
            (string space, string mangled, string name) = NameOf(reader, definition);
            var type = new KnownType(space, name, MethodsOf(reader, definition));
            _types.TryAdd($"{assembly}_{mangled}", type);
            AddKeyword(type);
        }
    }

    private void AddKeyword(KnownType type)
    {
        if (type.Namespace != nameof(System))
        {
            return;
        }

        foreach ((string mangled, (string name, string keyword)) in Mangling.Primitives)
        {
            if (name == type.Name)
            {
                _types.TryAdd(mangled, type with { Namespace = "", Name = keyword });
            }
        }
    }

    private static (string Namespace, string Mangled, string Name) NameOf(MetadataReader reader, TypeDefinition type)
    {
        string own = reader.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
        {
            (string space, string mangled, string name) = NameOf(reader, reader.GetTypeDefinition(outer));
            return (space, $"{mangled}_{Mangling.Sanitize(own)}", $"{name}.{CSharpNames.OfType(own)}");
        }

        string root = reader.GetString(type.Namespace);
        string prefix = root.Length == 0 ? "" : Mangling.Sanitize(root) + "_";
        return (root, prefix + Mangling.Sanitize(own), CSharpNames.OfType(own));
    }

    private static Dictionary<string, string> MethodsOf(MetadataReader reader, TypeDefinition type)
    {
        var methods = new Dictionary<string, string>();
        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            string name = reader.GetString(reader.GetMethodDefinition(handle).Name);
            methods.TryAdd(Mangling.Sanitize(name), CSharpNames.OfMethod(name));
        }

        return methods;
    }
}
