namespace System;

/// <summary>2 values in one.</summary>
public struct ValueTuple<T1, T2>
{
    /// <summary>Value 1.</summary>
    public T1 Item1;

    /// <summary>Value 2.</summary>
    public T2 Item2;

    /// <summary>All 2 values.</summary>
    public ValueTuple(T1 item1, T2 item2)
    {
        Item1 = item1;
        Item2 = item2;
    }
}

/// <summary>3 values in one.</summary>
public struct ValueTuple<T1, T2, T3>
{
    /// <summary>Value 1.</summary>
    public T1 Item1;

    /// <summary>Value 2.</summary>
    public T2 Item2;

    /// <summary>Value 3.</summary>
    public T3 Item3;

    /// <summary>All 3 values.</summary>
    public ValueTuple(T1 item1, T2 item2, T3 item3)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
    }
}

/// <summary>4 values in one.</summary>
public struct ValueTuple<T1, T2, T3, T4>
{
    /// <summary>Value 1.</summary>
    public T1 Item1;

    /// <summary>Value 2.</summary>
    public T2 Item2;

    /// <summary>Value 3.</summary>
    public T3 Item3;

    /// <summary>Value 4.</summary>
    public T4 Item4;

    /// <summary>All 4 values.</summary>
    public ValueTuple(T1 item1, T2 item2, T3 item3, T4 item4)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
    }
}

/// <summary>5 values in one.</summary>
public struct ValueTuple<T1, T2, T3, T4, T5>
{
    /// <summary>Value 1.</summary>
    public T1 Item1;

    /// <summary>Value 2.</summary>
    public T2 Item2;

    /// <summary>Value 3.</summary>
    public T3 Item3;

    /// <summary>Value 4.</summary>
    public T4 Item4;

    /// <summary>Value 5.</summary>
    public T5 Item5;

    /// <summary>All 5 values.</summary>
    public ValueTuple(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
        Item5 = item5;
    }
}
