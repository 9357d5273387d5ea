extern alias ours;

using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using MyMarshal = ours::System.Runtime.InteropServices.MemoryMarshal;
using MyPrimitives = ours::System.Buffers.Binary.BinaryPrimitives;
using Property = Kernel.Tests.Host.Text.Property;

namespace Kernel.Tests.CoreLib;

public class MemoryMarshalTests
{
    private static readonly Gen<byte[]> s_bytes =
        Gen.Choose(0, byte.MaxValue).Select(static value => (byte)value).ArrayOf();

    [Fact]
    public void CastsAgree() => Property.Holds(s_bytes, static bytes =>
    {
        SameItems<uint>(bytes);
        SameItems<ulong>(bytes);
        SameItems<Guid>(bytes);
        ours::System.Span<uint> words = MyMarshal.Cast<byte, uint>(Mine(bytes));
        Assert.Equal(words.Length * sizeof(uint), MyMarshal.AsBytes(words).Length);
    });

    [Fact]
    public void ReadsAgree() => Property.Holds(s_bytes, static bytes =>
    {
        Assert.Equal(
            Read(() => BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
            Read(() => MyPrimitives.ReadUInt16LittleEndian(Mine(bytes))));
        Assert.Equal(
            Read(() => BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
            Read(() => MyPrimitives.ReadUInt32LittleEndian(Mine(bytes))));
        Assert.Equal(
            Read(() => BinaryPrimitives.ReadInt32LittleEndian(bytes)),
            Read(() => MyPrimitives.ReadInt32LittleEndian(Mine(bytes))));
        Assert.Equal(
            Read(() => BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
            Read(() => MyPrimitives.ReadUInt64LittleEndian(Mine(bytes))));
        Assert.Equal(Read(() => MemoryMarshal.Read<Guid>(bytes)), Read(() => MyMarshal.Read<Guid>(Mine(bytes))));
    });

    [Fact]
    public void TriesToReadAgree() => Property.Holds(s_bytes, static bytes =>
    {
        Assert.Equal(
            (BinaryPrimitives.TryReadUInt16LittleEndian(bytes, out ushort half), half),
            (MyPrimitives.TryReadUInt16LittleEndian(Mine(bytes), out ushort myHalf), myHalf));
        Assert.Equal(
            (BinaryPrimitives.TryReadUInt32LittleEndian(bytes, out uint word), word),
            (MyPrimitives.TryReadUInt32LittleEndian(Mine(bytes), out uint myWord), myWord));
        Assert.Equal(
            (BinaryPrimitives.TryReadUInt64LittleEndian(bytes, out ulong two), two),
            (MyPrimitives.TryReadUInt64LittleEndian(Mine(bytes), out ulong myTwo), myTwo));
    });

    [Fact]
    public void WritesAgree() => Property.Holds(s_bytes, static bytes =>
    {
        byte[] mine = [.. bytes];
        byte[] theirs = [.. bytes];
        const uint Value = 0x8765_4321;
        Assert.Equal(
            Read(() => Written(() => BinaryPrimitives.WriteUInt32LittleEndian(theirs, Value))),
            Read(() => Written(() => MyPrimitives.WriteUInt32LittleEndian(Mine(mine), Value))));
        Assert.Equal(theirs, mine);
    });

    private static bool Written(Action write)
    {
        write();
        return true;
    }

    private static void SameItems<T>(byte[] bytes)
        where T : unmanaged
    {
        Span<T> theirs = MemoryMarshal.Cast<byte, T>(bytes.AsSpan());
        ours::System.Span<T> mine = MyMarshal.Cast<byte, T>(Mine(bytes));
        Assert.Equal(theirs.Length, mine.Length);
        for (int i = 0; i < theirs.Length; i++)
        {
            Assert.Equal(theirs[i], mine[i]);
        }
    }

    private static ours::System.Span<byte> Mine(byte[] bytes) => new(bytes);

    /// <summary>The value; null where it is refused: by an exception here, by a panic in the kernel.</summary>
    private static T? Read<T>(Func<T> read)
        where T : struct
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or InvalidOperationException)
        {
            return null;
        }
    }
}
