namespace System.Runtime.CompilerServices;

/// <summary>The compiler knows a better body for this member.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Struct)]
internal sealed class IntrinsicAttribute : Attribute
{
}

/// <summary>How a method is to be compiled.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor)]
public sealed class MethodImplAttribute : Attribute
{
    /// <summary>With these options.</summary>
    public MethodImplAttribute(MethodImplOptions options) => Value = options;

    /// <summary>The options.</summary>
    public MethodImplOptions Value { get; }
}

/// <summary>How a method is to be compiled (ECMA-335 II.23.1.11).</summary>
[Flags]
public enum MethodImplOptions
{
    /// <summary>Never into its caller.</summary>
    NoInlining = 0x0008,

    /// <summary>Not at all optimised.</summary>
    NoOptimization = 0x0040,

    /// <summary>Into its caller wherever that can be done.</summary>
    AggressiveInlining = 0x0100,

    /// <summary>Found by name in another object file.</summary>
    InternalCall = 0x1000,
}

/// <summary>The name under which an indexer stands in metadata.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IndexerNameAttribute : Attribute
{
    /// <summary>With this name.</summary>
    public IndexerNameAttribute(string name) => Value = name;

    /// <summary>The name.</summary>
    public string Value { get; }
}

/// <summary>A struct of so many equal elements, indexable like a span.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class InlineArrayAttribute : Attribute
{
    /// <summary>With so many elements.</summary>
    public InlineArrayAttribute(int length) => Length = length;

    /// <summary>The number of elements.</summary>
    public int Length { get; }
}

/// <summary>Takes the pieces of an interpolated string one by one.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class InterpolatedStringHandlerAttribute : Attribute
{
}

/// <summary>Arguments of the call that the handler's constructor is given.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InterpolatedStringHandlerArgumentAttribute : Attribute
{
    /// <summary>One argument, by name.</summary>
    public InterpolatedStringHandlerArgumentAttribute(string argument) => Argument = argument;

    /// <summary>The argument's name.</summary>
    public string Argument { get; }
}

/// <summary>Locals need not be zeroed on entry.</summary>
[AttributeUsage(AttributeTargets.Module | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Property)]
public sealed class SkipLocalsInitAttribute : Attribute
{
}

/// <summary>The language wants it on fixed-size buffers.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class FixedBufferAttribute : Attribute
{
    /// <summary>With this element and length.</summary>
    public FixedBufferAttribute(Type elementType, int length)
    {
        ElementType = elementType;
        Length = length;
    }

    /// <summary>The element.</summary>
    public Type ElementType { get; }

    /// <summary>The number of elements.</summary>
    public int Length { get; }
}

/// <summary>A type from C's fixed-size buffer.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class UnsafeValueTypeAttribute : Attribute
{
}

/// <summary>The assembly lets another see its internal members.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class InternalsVisibleToAttribute : Attribute
{
    /// <summary>This assembly.</summary>
    public InternalsVisibleToAttribute(string assemblyName) => AssemblyName = assemblyName;

    /// <summary>Its name.</summary>
    public string AssemblyName { get; }
}

/// <summary>The required modifier of volatile fields.</summary>
public static class IsVolatile
{
}

/// <summary>The required modifier of <c>init</c> accessors.</summary>
public static class IsExternalInit
{
}

/// <summary>What the run-time library of the language must be able to do.</summary>
public static class RuntimeFeature
{
    /// <summary>Interfaces may have bodies.</summary>
    public const string DefaultImplementationsOfInterfaces = nameof(DefaultImplementationsOfInterfaces);

    /// <summary>Unmanaged signatures are of all kinds.</summary>
    public const string UnmanagedSignatureCallingConvention = nameof(UnmanagedSignatureCallingConvention);

    /// <summary>Structs may hold references.</summary>
    public const string ByRefFields = nameof(ByRefFields);

    /// <summary>Generic parameters may be ref structs.</summary>
    public const string ByRefLikeGenerics = nameof(ByRefLikeGenerics);

    /// <summary>Interfaces may have static abstract members.</summary>
    public const string VirtualStaticsInInterfaces = nameof(VirtualStaticsInInterfaces);

    /// <summary>Addresses have number types of their own.</summary>
    public const string NumericIntPtr = nameof(NumericIntPtr);
}

/// <summary>The method is an extension.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ExtensionAttribute : Attribute
{
}
