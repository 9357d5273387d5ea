namespace System.Collections
{
    /// <summary>Can be gone through.</summary>
    public interface IEnumerable
    {
        /// <summary>Begins before the first.</summary>
        IEnumerator GetEnumerator();
    }

    /// <summary>A place in something that is gone through.</summary>
    public interface IEnumerator
    {
        /// <summary>What is here.</summary>
        object? Current { get; }

        /// <summary>Goes on; false behind the last.</summary>
        bool MoveNext();
    }
}

namespace System.Collections.Generic
{
    /// <summary>Can be gone through.</summary>
    public interface IEnumerable<out T> : IEnumerable
    {
        /// <summary>Begins before the first.</summary>
        new IEnumerator<T> GetEnumerator();
    }

    /// <summary>A place in something that is gone through.</summary>
    public interface IEnumerator<out T> : IEnumerator, IDisposable
    {
        /// <summary>What is here.</summary>
        new T Current { get; }
    }
}
