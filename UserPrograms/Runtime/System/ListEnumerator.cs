namespace System.Collections.Generic;

/// <summary>A place in a list, for those who know only that it can be gone through.</summary>
internal sealed class ListEnumerator<T>(List<T> list) : IEnumerator<T>
{
    private int _index = -1;

    /// <inheritdoc/>
    public T Current => list[_index];

    object? IEnumerator.Current => Current;

    /// <inheritdoc/>
    public bool MoveNext() => ++_index < list.Count;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
