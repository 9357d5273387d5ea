using System;
using System.Collections.Generic;

namespace Symbols.Names;

/// <summary>
/// How ILCompiler 10 makes linker symbols: assembly, namespace and type with underscores between them, type arguments
/// in
/// angle brackets with two underscores between them, two underscores, the method; a number tells overloads apart.
/// </summary>
internal static class Mangling
{
    /// <summary>Between type and method, and between type arguments.</summary>
    public const string Separator = "__";

    /// <summary>
    /// The compiler's own names of types that C# has keywords for, in their assembly without its name.
    /// </summary>
    public static IReadOnlyDictionary<string, (string Type, string Keyword)> Primitives { get; } =
        new Dictionary<string, (string, string)>
        {
            ["Void"] = ("Void", "void"),
            ["Bool"] = ("Boolean", "bool"),
            ["Char"] = ("Char", "char"),
            ["Int8"] = ("SByte", "sbyte"),
            ["UInt8"] = ("Byte", "byte"),
            ["Int16"] = ("Int16", "short"),
            ["UInt16"] = ("UInt16", "ushort"),
            ["Int32"] = ("Int32", "int"),
            ["UInt32"] = ("UInt32", "uint"),
            ["Int64"] = ("Int64", "long"),
            ["UInt64"] = ("UInt64", "ulong"),
            ["IntPtr"] = ("IntPtr", "nint"),
            ["UIntPtr"] = ("UIntPtr", "nuint"),
            ["Float"] = ("Single", "float"),
            ["Double"] = ("Double", "double"),
            ["String"] = ("String", "string"),
            ["Object"] = ("Object", "object"),
        };

    /// <summary>A name with an underscore for each character that a symbol cannot have.</summary>
    public static string Sanitize(string name) => string.Create(name.Length, name, static (result, source) =>
    {
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
        }
    });

    /// <summary>
    /// A method's name without the number that tells it from its overloads; the name itself where it has none.
    /// </summary>
    public static string WithoutNumber(string method)
    {
        int end = method.AsSpan().LastIndexOfAnyExceptInRange('0', '9');
        return end > 0 && end < method.Length - 1 && method[end] == '_' ? method[..end] : method;
    }
}
