using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Abi;
using Kernel.Firmware;
using Kernel.Loading;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Tasks;

/// <summary>The programs of the boot archive, each loaded when it is started for the first time.</summary>
internal struct ProgramImages
{
    /// <summary>The most images.</summary>
    internal const int Capacity = 64;

    private Images _images;
    private PhysRange _archive;

    /// <summary>Says where the archive lies; it has been opened once, and is not damaged.</summary>
    internal void Open(PhysRange archive) => _archive = archive;

    /// <summary>An image that was found.</summary>
    [UnscopedRef]
    internal ref ProgramImage At(byte index) => ref _images[index];

    /// <summary>The file of this name.</summary>
    internal readonly bool TryRead(scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> contents)
    {
        contents = default;
        if (!Machine.TryReadPhysical(_archive.Start, (int)_archive.Length.Value, out ReadOnlySpan<byte> bytes)
            || Archive.TryOpen(bytes, out Archive archive).IsError
            || !archive.TryFind(name, out ArchiveFile file))
        {
            return false;
        }

        contents = file.Contents;
        return true;
    }

    /// <summary>The symbol table that the file of an image brings; empty where it brings none.</summary>
    internal readonly ReadOnlySpan<byte> SymbolsOf(byte index) =>
        TryRead(_images[index].Name.Text, out ReadOnlySpan<byte> contents)
        && ProgramFile.TryDecode(contents, out ProgramFile program) == ElfError.None
            ? program.Symbols
            : default;

    /// <summary>
    /// The image of this name, loaded if it has to be; then it is charged at most <paramref name="most"/>.
    /// </summary>
    internal CallError TryFind(ref PagingManager memory, FrameCount most, in ProgramName name, out byte index)
    {
        for (index = 0; index < Capacity && _images[index].Space.Exists; index++)
        {
            if (_images[index].Name.Text.SequenceEqual(name.Text))
            {
                return CallError.None;
            }
        }

        return index == Capacity ? CallError.OutOfMemory : TryLoad(ref memory, most, in name, ref _images[index]);
    }

    private readonly CallError TryLoad(
        ref PagingManager memory, FrameCount most, in ProgramName name, ref ProgramImage image)
    {
        if (!TryRead(name.Text, out ReadOnlySpan<byte> contents))
        {
            return CallError.NoSuchProgram;
        }

        if (ProgramFile.TryDecode(contents, out ProgramFile program) != ElfError.None)
        {
            return CallError.BadProgram;
        }

        if (memory.TryCreate(most, out AddressSpace space) != PagingError.None)
        {
            return CallError.OutOfMemory;
        }

        if (ProgramLoader.TryLoad(ref memory, ref space, in program) != PagingError.None)
        {
            memory.Destroy(ref space);
            return CallError.OutOfMemory;
        }

        image.Name = name;
        image.Space = space;
        image.Entry = program.Entry;
        return CallError.None;
    }

    [InlineArray(Capacity)]
    private struct Images
    {
        private ProgramImage _first;
    }
}
