using System;
using System.Globalization;

namespace Kernel.Tests.Host.Text;

/// <summary>
/// How many random programs a test runs. Where the tests run once for each of thousands of mutants, a few programs
/// must do, and a thousand tasks instead of a hundred thousand; and a failure is enough: nobody reads its shortest form.
/// </summary>
internal static class Programs
{
    private const string Variable = "KERNEL_TESTS_PROGRAMS";

    private static readonly int s_divisor =
        int.Parse(Environment.GetEnvironmentVariable(Variable) ?? "1", CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether tests run only a part of their programs: one in as many as KERNEL_TESTS_PROGRAMS says.
    /// </summary>
    public static bool AreFew => s_divisor > 1;

    /// <summary>That part, and no fewer than <paramref name="least"/>.</summary>
    public static int PartOf(int count, int least = 1) => AreFew ? Math.Max(count / s_divisor, least) : count;
}
