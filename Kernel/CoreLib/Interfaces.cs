namespace System;

/// <summary>Can be compared for equality with a <typeparamref name="T"/>.</summary>
public interface IEquatable<T>
{
    /// <summary>The two are equal.</summary>
    bool Equals(T other);
}

/// <summary>Has something to give back at the end of a <c>using</c>.</summary>
public interface IDisposable
{
    /// <summary>Gives it back.</summary>
    void Dispose();
}
