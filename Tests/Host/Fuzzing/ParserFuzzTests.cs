using System;
using System.Globalization;
using System.Linq;
using Kernel.Machines;
using Kernel.Tests.Host.Fuzzing.Targets;
using Xunit;
using Xunit.Abstractions;

namespace Kernel.Tests.Host.Fuzzing;

/// <summary>
/// Every parser of bytes that others wrote gets a million inputs, and refuses each or makes something sound of it: no
/// exception, which in the kernel would be a panic, and no read outside the input.
/// </summary>
public sealed class ParserFuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int Inputs = 1_000_000;
    private const string SeedVariable = "KERNEL_TESTS_SEED";

    private static readonly int s_seed = int.Parse(
        Environment.GetEnvironmentVariable(SeedVariable) ?? "5EED0003",
        NumberStyles.HexNumber,
        CultureInfo.InvariantCulture);

    public void Dispose() => SimMachine.Reset();

    [Fact]
    public void Multiboot2() => Feed("multiboot2", new Multiboot2Target());

    [Fact]
    public void Pvh() => Feed("pvh", new PvhTarget());

    [Fact]
    public void AcpiRoot() => Feed("acpi-root", new RsdpTarget());

    [Fact]
    public void Archives() => Feed("archive", new ArchiveTarget());

    [Fact]
    public void Programs() => Feed("elf", new ElfTarget());

    [Fact]
    public void CommandLines() => Feed("command-line", new CommandLineTarget());

    [Fact]
    public void Symbols() => Feed("symbols", new SymbolTarget());

    [Fact]
    public void TextOfPrograms() => Feed("user-text", new UserTextTarget());

    [Fact]
    public void Utf8() => Feed("utf8", new TextTarget());

    private void Feed(string name, IParserTarget target)
    {
        var fuzzer = new ParserFuzzer(name, target, s_seed);
        fuzzer.Run(Inputs);
        output.WriteLine(
            $"{name}: {fuzzer.Count} inputs from seed {s_seed:X8}, {fuzzer.Taken} taken, {fuzzer.Outcomes} outcomes");

        // The damage must be neither so slight nor so rough that only one path was tried.
        Enum[] missing = [.. target.Results.Where(each => !fuzzer.Results.Contains(Convert.ToInt32(each)))];
        bool canTake = target.Results.Any(static each => Convert.ToInt32(each) == 0);
        Assert.True(!canTake || fuzzer.Taken > Inputs / 50, $"{fuzzer.Taken} inputs were taken");
        Assert.True(missing.Length == 0, $"no input led to {string.Join(", ", missing.AsEnumerable())}");
        Assert.True(fuzzer.Outcomes > 10, $"{fuzzer.Outcomes} outcomes are too few to lead anywhere");
    }
}
