using System;
using System.Linq;
using System.Text;
using Kernel.Loading;
using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Loading;

/// <summary>Each thing that can be wrong with a program's file is named.</summary>
public sealed class ElfErrorTests : IDisposable
{
    public ElfErrorTests() => SimMachine.Reset();

    public static TheoryData<string> Names => [.. ElfErrorCases.All.Select(static one => one.Name)];

    public void Dispose() => SimMachine.Reset();

    [Theory]
    [MemberData(nameof(Names))]
    public void EachErrorIsNamed(string name)
    {
        (string _, byte[] file, ElfError error) = ElfErrorCases.All.Single(one => one.Name == name);
        Assert.Equal(error, ProgramFile.TryDecode(file, out _));
    }

    [Fact]
    public void EveryErrorHasACase() => Assert.Equal(
        Enum.GetValues<ElfError>(),
        ElfErrorCases.All.Select(static one => one.Error).Append(ElfError.None).Distinct().Order());

    [Fact]
    public void EveryErrorHasASentenceOfItsOwn()
    {
        string[] sentences = [.. Enum.GetValues<ElfError>().Select(Sentence)];
        Assert.All(sentences, static sentence => Assert.Matches("^[A-Z][ -~]{10,90}\\.$", sentence));
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
        Assert.Contains($" {ProgramFile.MaxHeaders} ", Sentence(ElfError.TooManyHeaders), StringComparison.Ordinal);
        Assert.Contains($" {ProgramFile.MaxSegments} ", Sentence(ElfError.TooManySegments), StringComparison.Ordinal);
    }

    private static string Sentence(ElfError error) => Encoding.ASCII.GetString(ElfErrorText.Describe(error));
}
