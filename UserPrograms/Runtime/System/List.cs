namespace System.Collections.Generic;

/// <summary>Elements in order, as many as there is memory for.</summary>
public sealed class List<T> : IEnumerable<T>
{
    private const int FirstCapacity = 4;

    private T[] _elements = [];

    /// <summary>The number of elements.</summary>
    public int Count { get; private set; }

    /// <summary>The element at a place, from 0 below <see cref="Count"/>.</summary>
    public T this[int index]
    {
        get => Elements[index];
        set => Elements[index] = value;
    }

    private Span<T> Elements => new Span<T>(_elements)[..Count];

    /// <summary>Puts an element behind all others.</summary>
    public void Add(T element)
    {
        if (Count == _elements.Length)
        {
            T[] larger = new T[Count == 0 ? FirstCapacity : 2 * Count];
            Array.Copy(_elements, larger, Count);
            _elements = larger;
        }

        _elements[Count++] = element;
    }

    /// <summary>Takes the element at a place out; those behind it move up.</summary>
    public void RemoveAt(int index)
    {
        Elements[(index + 1)..].CopyTo(Elements[index..]);
        Count--;
    }

    /// <summary>Takes all elements out.</summary>
    public void Clear() => Count = 0;

    /// <summary>The elements, for <c>foreach</c>.</summary>
    public Span<T>.Enumerator GetEnumerator() => Elements.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => new ListEnumerator<T>(this);

    IEnumerator IEnumerable.GetEnumerator() => new ListEnumerator<T>(this);
}
