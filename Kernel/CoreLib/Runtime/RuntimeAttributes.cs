namespace System.Runtime;

/// <summary>The method is a plain symbol for other object files.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuntimeExportAttribute : Attribute
{
    /// <summary>Under this name.</summary>
    public RuntimeExportAttribute(string entry) => EntryPoint = entry;

    /// <summary>The symbol's name.</summary>
    public string EntryPoint { get; }
}

/// <summary>The method's body is a plain symbol of another object file, called directly.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor)]
public sealed class RuntimeImportAttribute : Attribute
{
    /// <summary>Under this name.</summary>
    public RuntimeImportAttribute(string entry) => EntryPoint = entry;

    /// <summary>The symbol's name.</summary>
    public string EntryPoint { get; }
}
