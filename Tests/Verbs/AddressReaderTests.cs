using System.IO;
using Symbols;
using Verbs.Traces;
using Xunit;

namespace Verbs.Tests;

public class AddressReaderTests
{
    private const ulong Call = 0xFFFF_FFFF_8010_0010;

    private readonly AddressReader _reader = new(address => address switch
    {
        Call => new SourceLocation("Kernel.Startup.Start", "Kernel/Startup.cs", 40, 0x10),
        Call + 1 => new SourceLocation("Kernel.Metal.Cpu.Halt", "Kernel/Metal/Cpu.cs", 7, 0),
        _ => null,
    });

    [Theory]
    [InlineData("RIP ffffffff80100010  RSP ffffffff80143ff8", "RIP ffffffff80100010  RSP ffffffff80143ff8    Kernel.Startup.Start+0x10 Kernel/Startup.cs:40")]
    [InlineData("[0xffffffff80100011]", "[0xffffffff80100011]    Kernel.Metal.Cpu.Halt+0x0 Kernel/Metal/Cpu.cs:7")]
    [InlineData("  at 0xffffffff80100011", "  at 0xffffffff80100011    Kernel.Startup.Start+0x10 Kernel/Startup.cs:40")]
    [InlineData("0x00000000801000100", "0x00000000801000100")]
    [InlineData("R8 0000000000000064", "R8 0000000000000064")]
    [InlineData("", "")]
    public void NamesEveryKernelAddressOfALine(string line, string expected) => Assert.Equal(expected, _reader.Annotate(line));

    [Fact]
    public void TakesTheLastTraceOfALog()
    {
        string[] log =
        [
            "Stack trace:", "  at 0xffffffff80100012", "booting again",
            "Stack trace:", "  at Start in Kernel/Startup.cs:1  [0xffffffff80100011]", "The machine is stopped.",
        ];
        Assert.Equal(["  at Kernel.Startup.Start+0x10 Kernel/Startup.cs:40"], PanicTrace.Resolve(log, _reader));
    }

    [Fact]
    public void FindsNoTraceWhereNobodyPanicked() => Assert.Empty(PanicTrace.Resolve(["ready"], _reader));

    [Fact]
    public void SymbolizingKeepsEveryLine()
    {
        using var output = new StringWriter();
        SymbolizeVerb.Write(new StringReader("one\n[0xffffffff80100011]\n"), _reader, output);
        Assert.Equal("one\n[0xffffffff80100011]    Kernel.Metal.Cpu.Halt+0x0 Kernel/Metal/Cpu.cs:7\n", output.ToString());
    }
}
