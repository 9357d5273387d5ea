using System.Collections.Generic;
using Xunit;

namespace Kernel.Tests.Host.Text;

/// <summary>
/// Comparisons that are made by the hundred million. They say what xUnit's own say, which look for collections, and
/// put values on the heap, before they compare two numbers.
/// </summary>
internal static class Often
{
    /// <summary>The two are equal.</summary>
    public static void Equal<T>(T expected, T actual)
        where T : struct
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Assert.Equal(expected, actual);
        }
    }
}
