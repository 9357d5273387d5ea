using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kernel.Text;

namespace Kernel.Tests.Host.Text;

/// <summary>What the tests of text have in common.</summary>
internal static class Samples
{
    public delegate void Writer(ref TextBuffer buffer);

    /// <summary>Numbers of every length, not only small ones.</summary>
    public static Gen<ulong> Numbers { get; } =
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from shift in Gen.Choose(0, 63)
        select (((ulong)(uint)high << 32) | (uint)low) >> shift;

    /// <summary>Bytes of any kind, with those that begin or go on with UTF-8 often enough.</summary>
    public static Gen<byte[]> Bytes { get; } = Gen.OneOf(
        Gen.Choose(0, 255),
        Gen.Choose(0x80, 0xBF),
        Gen.Elements(0xC2, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0x41)).Select(x => (byte)x).ArrayOf();

    /// <summary>What is written into a buffer of so many bytes.</summary>
    public static string Write(Writer write, int capacity = 256)
    {
        var buffer = new TextBuffer(new byte[capacity]);
        write(ref buffer);
        return Encoding.UTF8.GetString(buffer.Text);
    }
}
