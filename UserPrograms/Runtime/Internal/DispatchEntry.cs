namespace Internal.Runtime;

/// <summary>An interface's method, and the virtual one that stands for it.</summary>
internal readonly struct DispatchEntry
{
    /// <summary>Which of the type's interfaces.</summary>
    internal readonly ushort Interface;

    /// <summary>Which of the interface's methods.</summary>
    internal readonly ushort Method;

    /// <summary>Which virtual method of the type.</summary>
    internal readonly ushort Slot;
}
