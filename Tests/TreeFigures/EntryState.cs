namespace TreeFigures;

/// <summary>What an entry of a page table allows.</summary>
internal enum EntryState
{
    /// <summary>There is nothing.</summary>
    Empty,

    /// <summary>A page of zeros comes with the first touch.</summary>
    ToCome,

    /// <summary>Reading, and nothing else.</summary>
    ReadOnly,

    /// <summary>Reading; whoever writes gets a copy first.</summary>
    CopyOnWrite,

    /// <summary>Reading and writing.</summary>
    Writable,
}
