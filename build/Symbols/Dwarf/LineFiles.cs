using System.Collections.Generic;
using System.Collections.Immutable;
using Symbols.Elf;

namespace Symbols.Dwarf;

/// <summary>Reads the file tables of line number programs (DWARF 5, 6.2.4; DWARF 4, 6.2.4).</summary>
internal static class LineFiles
{
    private const ulong Path = 1;
    private const ulong DirectoryIndex = 2;

    /// <summary>The tables of versions 2 to 4: texts that end with an empty one.</summary>
    public static ImmutableArray<string> ReadVersion2(ref ByteReader reader)
    {
        var directories = new List<string> { "" };
        for (string name = reader.Text(); name.Length != 0; name = reader.Text())
        {
            directories.Add(name);
        }

        var files = ImmutableArray.CreateBuilder<string>();
        for (string name = reader.Text(); name.Length != 0; name = reader.Text())
        {
            files.Add(Join(directories, reader.Uleb(), name));
            _ = reader.Uleb();
            _ = reader.Uleb();
        }

        return files.ToImmutable();
    }

    /// <summary>The tables of version 5, which say themselves what their columns are.</summary>
    public static ImmutableArray<string> ReadVersion5(ref ByteReader reader, ElfImage image)
    {
        var directories = new List<string>();
        foreach ((string name, _) in ReadTable(ref reader, image))
        {
            directories.Add(directories.Count == 0 ? name : Join(directories, 0, name));
        }

        var files = ImmutableArray.CreateBuilder<string>();
        foreach ((string name, ulong directory) in ReadTable(ref reader, image))
        {
            files.Add(Join(directories, directory, name));
        }

        return files.ToImmutable();
    }

    private static List<(string Name, ulong Directory)> ReadTable(ref ByteReader reader, ElfImage image)
    {
        var columns = new (ulong Kind, ulong Form)[reader.U8()];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = (reader.Uleb(), reader.Uleb());
        }

        var rows = new List<(string, ulong)>();
        for (ulong left = columns.Length == 0 ? 0 : reader.Uleb(); left > 0; left--)
        {
            (string name, ulong directory) = ("", 0);
            foreach ((ulong kind, ulong form) in columns)
            {
                (string text, ulong number) = LineForm.Read(ref reader, form, image);
                name = kind == Path ? text : name;
                directory = kind == DirectoryIndex ? number : directory;
            }

            rows.Add((name, directory));
        }

        return rows;
    }

    private static string Join(List<string> directories, ulong index, string name)
    {
        if (index >= (ulong)directories.Count)
        {
            throw new SymbolsException($"{LineHeader.SectionName}: {name} is in folder {index} of {directories.Count}");
        }

        string directory = directories[(int)index];
        return name.StartsWith('/') || directory.Length == 0 ? name : $"{directory.TrimEnd('/')}/{name}";
    }
}
