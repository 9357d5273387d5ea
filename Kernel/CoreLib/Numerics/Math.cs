namespace System;

/// <summary>The smaller and the larger of two numbers.</summary>
public static class Math
{
    /// <summary>The smaller one.</summary>
    public static int Min(int val1, int val2) => val1 < val2 ? val1 : val2;

    /// <summary>The smaller one.</summary>
    public static uint Min(uint val1, uint val2) => val1 < val2 ? val1 : val2;

    /// <summary>The smaller one.</summary>
    public static ulong Min(ulong val1, ulong val2) => val1 < val2 ? val1 : val2;

    /// <summary>The larger one.</summary>
    public static int Max(int val1, int val2) => val1 > val2 ? val1 : val2;

    /// <summary>The larger one.</summary>
    public static uint Max(uint val1, uint val2) => val1 > val2 ? val1 : val2;

    /// <summary>The larger one.</summary>
    public static ulong Max(ulong val1, ulong val2) => val1 > val2 ? val1 : val2;
}
