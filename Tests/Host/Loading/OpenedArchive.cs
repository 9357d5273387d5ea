using System;
using System.Collections.Generic;
using System.Text;
using Kernel.Loading;

namespace Kernel.Tests.Host.Loading;

/// <summary>What the kernel makes of an archive.</summary>
internal sealed record OpenedArchive(ArchiveError Error, IReadOnlyList<(string Name, byte[] Contents)> Files)
{
    public static OpenedArchive Open(ReadOnlySpan<byte> bytes)
    {
        ArchiveError error = Archive.TryOpen(bytes, out Archive archive);
        var files = new List<(string, byte[])>();
        foreach (ArchiveFile file in archive)
        {
            files.Add((Encoding.Latin1.GetString(file.Name), file.Contents.ToArray()));
        }

        return new OpenedArchive(error, files);
    }
}
