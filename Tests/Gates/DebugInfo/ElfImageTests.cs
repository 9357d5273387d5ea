using System;
using System.Linq;
using Symbols;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates.DebugInfo;

public class ElfImageTests
{
    private const int Cuts = 400;
    private const int Mutations = 3_000;
    private const int Seed = 64;

    [Fact]
    public void ReadsSectionsSegmentsAndSymbols()
    {
        ElfImage image = Linked.Plain(Sources.Frames);
        ElfSection text = image.FindSection(".text")!;
        Assert.True(text.IsCode);
        Assert.Equal(image.Entry, text.Address);
        Assert.Equal(text.Address, image.Symbols.Single(static symbol => symbol.Name == "first").Value);
        Assert.Contains(image.Segments, segment =>
            segment.IsExecutable && !segment.IsWritable && segment.Address == text.Address);
        Assert.Equal((byte)0x55, image.CodeAt(text.Address, 1)[0]);
        Assert.True(image.CodeAt(text.Address, text.Size + 1).IsEmpty);
    }

    [Theory]
    [InlineData(0, 0x7E, "not an ELF file")]
    [InlineData(4, 1, "not a 64-bit ELF file")]
    [InlineData(5, 2, "not a little-endian ELF file")]
    [InlineData(18, 3, "not an ELF file for x86-64")]
    [InlineData(54, 55, "table entries of 55 bytes, and not of 56")]
    public void SaysWhatIsWrong(int position, byte value, string message)
    {
        byte[] bytes = Linked.Plain(Sources.Frames).Bytes.ToArray();
        bytes[position] = value;
        Assert.Equal(message, Assert.Throws<SymbolsException>(() => ElfImage.Parse(bytes)).Message);
    }

    [Fact]
    public void NamesTheFileThatIsNotThere() =>
        Assert.Contains(
            "absent.elf",
            Assert.Throws<SymbolsException>(static () => ElfImage.Load("absent.elf")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void RefusesFilesThatAreCutShort()
    {
        byte[] bytes = Linked.WithLines(Sources.Frames).Bytes.ToArray();
        for (int cut = 0; cut < Cuts; cut++)
        {
            Assert.Throws<SymbolsException>(() => ElfImage.Parse(bytes[..(bytes.Length * cut / Cuts)]));
        }
    }

    [Fact]
    public void DamagedFilesAreReadOrRefusedAndNothingElse()
    {
        byte[] whole = Linked.WithLines(Sources.Frames).Bytes.ToArray();
        var random = new Random(Seed);
        int refused = 0;
        for (int run = 0; run < Mutations; run++)
        {
            byte[] bytes = [.. whole];
            for (int change = 0; change < 4; change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next();
            }

            refused += Samples.TryRead(bytes) ? 0 : 1;
        }

        Assert.InRange(refused, 1, Mutations - 1);
    }
}
