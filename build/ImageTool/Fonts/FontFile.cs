using System.IO;
using System.IO.Compression;

namespace ImageTool.Fonts;

/// <summary>A font on disk, which consoles keep compressed.</summary>
internal static class FontFile
{
    /// <summary>The font's bytes, expanded where the file begins with gzip's mark (RFC 1952, 2.3.1).</summary>
    public static byte[] Read(string path)
    {
        byte[] stored = File.ReadAllBytes(path);
        if (stored is not [0x1F, 0x8B, ..])
        {
            return stored;
        }

        using var expanded = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
        gzip.CopyTo(expanded);
        return expanded.ToArray();
    }
}
