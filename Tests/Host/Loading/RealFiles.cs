using System;
using System.IO;
using System.IO.Compression;

namespace Kernel.Tests.Host.Loading;

/// <summary>Files that other tools made: what the loader is for, whatever the builders here believe.</summary>
internal static class RealFiles
{
    private const string CompressedArchive =
        """
        H4sIAAAAAAACAzMwNzA3MDRAAhaGjiYG2IGhqauBkytCtbkBccASxkhJLEnUK6koYWAwMDQyNjE1YzBAtt+QRPuJBWYwRmpuQUkl
        qp1GJNrpSqqdGak5OfkMxanJ+XkpCgVF+elFibkMqG4wJtENZkS6wRTGyMzLBIZ5WmZRcQkXmt2EAOmhDQFOMEZIkKOnj2uQoqIi
        wygYdAAActjBcQAEAAA=
        """;

    private const string CompressedProgram =
        """
        H4sIAAAAAAACA+3bMU+DQBQH8GstCouik3EwpF0cDKHRNMbBMKCLOBkTHaFibCqQcJdoJ1c/kt9Ogb5HgVQ7ONn8f0n7uNf3etfb
        SLn3S/+q2+kI1hUXohyZbjl2KX/vVCV57kz08nddbJW1vbJ+8Wk9btOII9cVfVpxYXHebUSD0saSvs3igtdjuY2oU9oZNPvimZwW
        6zRM/l63ETUq57jYEQAAAAAAAID/b5wmUgWJkte3Dze46QUAAAAAAABYS5/Fn+nDrx0NWwEAAAAAAACwtj5en+68k/6uP0mmUXZu
        eVE4CRLL9z1reGo79kgIO0sfAxUIW87iMH2RwlbRmxL2PBnKPDFO4zhK8px8lipTQfjndXXo1a0y7jxUz+839Vpjo9VfPe9P/dqS
        +er2RO2sQTkvzW8tn99sjfepf4MTfE6Bzi3oK9Z/SDXcr/P5Buo/GvzeP6D5nVae+w9++P0cj+trr+lT/2jF/n0D8yIRw1gyAAA=
        """;

    /// <summary>
    /// Of GNU cpio: <c>ls | sort | cpio -o -H newc --reproducible -R 0:0</c>, with the files <c>data.txt</c>,
    /// <c>empty</c>, <c>hello</c> and <c>init</c>.
    /// </summary>
    public static byte[] Archive => Decompress(CompressedArchive);

    /// <summary>
    /// Of nasm and ld.lld: nine bytes of code at 0x401000, <c>constants</c> and a symbol table of five bytes in the
    /// page before, and eight bytes of data at 0x402000 with 9,000 of zeros behind them.
    /// </summary>
    public static byte[] Program => Decompress(CompressedProgram);

    private static byte[] Decompress(string base64)
    {
        using var compressed = new MemoryStream(Convert.FromBase64String(base64));
        using var source = new GZipStream(compressed, CompressionMode.Decompress);
        using var result = new MemoryStream();
        source.CopyTo(result);
        return result.ToArray();
    }
}
