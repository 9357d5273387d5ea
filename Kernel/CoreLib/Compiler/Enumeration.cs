namespace System.Collections;

/// <summary>The language wants the name.</summary>
public interface IEnumerable
{
}

/// <summary>The language wants the name.</summary>
public interface IEnumerator
{
}
