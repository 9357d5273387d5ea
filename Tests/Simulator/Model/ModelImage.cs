using System.Linq;
using Kernel.Tests.Host.Loading;

namespace Simulator.Model;

/// <summary>A program of the archive: its file, and the memory that it begins with.</summary>
internal sealed class ModelImage
{
    /// <summary>Where the data begin, with <see cref="Names"/>.</summary>
    public const ulong Data = 0x40_30F0;

    /// <summary>Where the code begins.</summary>
    public const ulong Code = ElfBuilder.Entry;

    /// <summary>Behind the stack.</summary>
    public const ulong StackTop = 0x70_0000;

    /// <summary>The bytes of the stack; the lowest page guards it.</summary>
    public const ulong StackLength = 64 << ModelPage.Shift;

    /// <summary>What can be asked for, one behind the other.</summary>
    public const string Names = "initotherbadnone";

    private const uint MayRead = 4, MayWrite = 6, MayExecute = 5;

    private static readonly ModelImage s_init = new(dataLength: 0x1800);
    private static readonly ModelImage s_other = new(dataLength: 0x2230);

    private readonly ModelMemory _memory = new();

    private ModelImage(ulong dataLength)
    {
        byte[] data = [.. Names.Select(static letter => (byte)letter), .. ElfBuilder.Bytes(100, 4)];
        ElfPart[] parts =
        [
            new(ElfPart.Load, MayRead, 0x40_0120, ElfBuilder.Bytes(300, 1)),
            new(ElfPart.Load, MayExecute, Code, ElfBuilder.Bytes(600, 2)),
            new(ElfPart.Load, MayWrite, Data, data) { MemorySize = dataLength },
        ];
        var builder = new ElfBuilder();
        foreach (ElfPart part in parts)
        {
            builder.Part(part);
            Add(part);
        }

        File = builder.Build();
        ulong[] pages = [.. _memory.Pages.Keys];
        int[] shifts = [0, 4, 8, 12];
        Weight = 1 + (uint)shifts.Sum(shift => pages.Select(page => page >> shift).Distinct().Count());
        ulong bottom = StackTop - StackLength;
        _memory.Map(bottom, StackLength, new ModelPage(MayWrite: true, MayExecute: false, IsGuard: false, null));
        _memory.Map(bottom, ModelPage.Size, new ModelPage(MayWrite: true, MayExecute: false, IsGuard: true, null));
    }

    /// <summary>The archive that has all of them, and one that is damaged.</summary>
    public static byte[] Archive => new ArchiveBuilder().File("init", s_init.File).File("other", s_other.File)
        .File("bad", s_init.File[..^3]).Build();

    /// <summary>What it is charged.</summary>
    public uint Weight { get; }

    private byte[] File { get; }

    /// <summary>The image of this name, if that is a program.</summary>
    public static ModelImage? Find(string name) => name switch
    {
        "init" => s_init,
        "other" => s_other,
        _ => null,
    };

    /// <summary>The memory of a program that begins with this text, which lies at an address.</summary>
    public ModelMemory Start(byte[] text, out ulong at)
    {
        var memory = new ModelMemory(_memory);
        at = (StackTop - (ulong)text.Length) & ~15UL;
        memory.Write(at, text);
        return memory;
    }

    private void Add(ElfPart part)
    {
        ulong start = part.Address & ~(ulong)(ModelPage.Size - 1);
        ulong length = part.Address + (part.MemorySize ?? (ulong)part.Contents.Length) - start;
        _memory.Map(start, length, new ModelPage(
            part.Flags == MayWrite, part.Flags == MayExecute, IsGuard: false, Bytes: null));
        _memory.Write(part.Address, part.Contents);
    }
}
