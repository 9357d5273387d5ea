namespace System;

/// <summary>Names a type at run time.</summary>
public readonly struct RuntimeTypeHandle
{
    private readonly nint _value;
}

/// <summary>Names a method at run time.</summary>
public readonly struct RuntimeMethodHandle
{
    private readonly nint _value;
}

/// <summary>Names a field at run time.</summary>
public readonly struct RuntimeFieldHandle
{
    private readonly nint _value;
}

/// <summary>A type at run time: the compiler wants the name, the kernel has no reflection.</summary>
public abstract class Type
{
}

/// <summary>A type at run time: the compiler wants the name, the kernel has no reflection.</summary>
internal sealed class RuntimeType : Type
{
}
