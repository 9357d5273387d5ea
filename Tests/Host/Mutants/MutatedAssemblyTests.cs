using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Mutants;

/// <summary>
/// The kernel's code with all mutants in it, as <c>./build.sh mutate</c> makes it: what it is told to keep, and what no
/// other test may run with.
/// </summary>
public class MutatedAssemblyTests
{
    private static Assembly Kernel => typeof(Frame).Assembly;

    [Fact]
    public void OnlyWhereItIsAskedForAreThereMutants()
    {
        if (Environment.GetEnvironmentVariable("KERNEL_TESTS_MUTATED") is { Length: > 0 } copy)
        {
            File.Copy(Kernel.Location, copy, overwrite: true);
        }
        else
        {
            Assert.DoesNotContain("MutantControl", Kernel.GetTypes().Select(static type => type.Name));
        }
    }
}
