namespace System;

/// <summary>The base of delegates: an object and a method of it. They do not combine.</summary>
public abstract class Delegate
{
    // The compiler knows these by their names, and the last also by its place.
    internal object? _firstParameter;
    internal object? _helperObject;
    internal nint _extraFunctionPointerOrData;
    internal nint _functionPointer;

    private protected virtual nint GetThunk(int which) => 0;

    private void InitializeClosedInstance(object target, nint method)
    {
        _firstParameter = target;
        _functionPointer = method;
    }

    // A static method has no object: a thunk of the compiler's is called with the delegate, and goes on to the method.
    private void InitializeOpenStaticThunk(object target, nint method, nint thunk)
    {
        _firstParameter = this;
        _functionPointer = thunk;
        _extraFunctionPointerOrData = method;
    }
}

/// <summary>The base of all delegates that the language declares.</summary>
public abstract class MulticastDelegate : Delegate
{
}

/// <summary>Does something.</summary>
public delegate void Action();

/// <summary>Does something with a value.</summary>
public delegate void Action<in T>(T value);

/// <summary>Gives something.</summary>
public delegate TResult Func<out TResult>();

/// <summary>Makes something of a value.</summary>
public delegate TResult Func<in T, out TResult>(T value);

/// <summary>Makes something of two values.</summary>
public delegate TResult Func<in T1, in T2, out TResult>(T1 first, T2 second);
