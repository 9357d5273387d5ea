namespace System;

/// <summary>The base of attributes.</summary>
public abstract class Attribute
{
}

/// <summary>What an attribute may stand on.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AttributeUsageAttribute : Attribute
{
    /// <summary>An attribute for these targets.</summary>
    public AttributeUsageAttribute(AttributeTargets validOn) => ValidOn = validOn;

    /// <summary>The targets.</summary>
    public AttributeTargets ValidOn { get; }

    /// <summary>It may stand more than once.</summary>
    public bool AllowMultiple { get; set; }

    /// <summary>Derived types have it too.</summary>
    public bool Inherited { get; set; }
}

/// <summary>Targets of attributes (ECMA-335 has no list; the values are the language's).</summary>
[Flags]
public enum AttributeTargets
{
    /// <summary>An assembly.</summary>
    Assembly = 0x0001,

    /// <summary>A module.</summary>
    Module = 0x0002,

    /// <summary>A class.</summary>
    Class = 0x0004,

    /// <summary>A struct.</summary>
    Struct = 0x0008,

    /// <summary>An enumeration.</summary>
    Enum = 0x0010,

    /// <summary>A constructor.</summary>
    Constructor = 0x0020,

    /// <summary>A method.</summary>
    Method = 0x0040,

    /// <summary>A property.</summary>
    Property = 0x0080,

    /// <summary>A field.</summary>
    Field = 0x0100,

    /// <summary>An event.</summary>
    Event = 0x0200,

    /// <summary>An interface.</summary>
    Interface = 0x0400,

    /// <summary>A parameter.</summary>
    Parameter = 0x0800,

    /// <summary>A delegate.</summary>
    Delegate = 0x1000,

    /// <summary>A return value.</summary>
    ReturnValue = 0x2000,

    /// <summary>A generic parameter.</summary>
    GenericParameter = 0x4000,

    /// <summary>Anything.</summary>
    All = 0x7FFF,
}

/// <summary>An enumeration whose values are combined bit by bit.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class FlagsAttribute : Attribute
{
}

/// <summary>The last parameter takes any number of arguments.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParamArrayAttribute : Attribute
{
}

/// <summary>Not to be used any more.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class ObsoleteAttribute : Attribute
{
    /// <summary>With a reason.</summary>
    public ObsoleteAttribute(string message) => Message = message;

    /// <summary>With a reason, and whether use is an error.</summary>
    public ObsoleteAttribute(string message, bool error)
    {
        Message = message;
        IsError = error;
    }

    /// <summary>The reason.</summary>
    public string Message { get; }

    /// <summary>Use is an error.</summary>
    public bool IsError { get; }
}
