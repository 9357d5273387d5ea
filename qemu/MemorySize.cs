using System.Globalization;

namespace Machines;

/// <summary>An amount of guest memory in whole mebibytes, at least one.</summary>
public readonly record struct MemorySize
{
    private const int LargestMebibytes = 1024 * 1024;

    private MemorySize(int mebibytes) => Mebibytes = mebibytes;

    /// <summary>The amount in MiB, 1 to 1,048,576.</summary>
    public int Mebibytes { get; }

    /// <summary>An amount in MiB; <paramref name="mebibytes"/> must be 1 to 1,048,576.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">It is not.</exception>
    public static MemorySize FromMebibytes(int mebibytes)
    {
        System.ArgumentOutOfRangeException.ThrowIfLessThan(mebibytes, 1);
        System.ArgumentOutOfRangeException.ThrowIfGreaterThan(mebibytes, LargestMebibytes);
        return new MemorySize(mebibytes);
    }

    /// <summary>Reads <c>128M</c>, <c>8G</c> or, as QEMU does, a bare number of MiB; false for anything else.</summary>
    public static bool TryParse(string text, out MemorySize size)
    {
        size = default;
        var (digits, scale) = text.Length > 0 ? char.ToUpperInvariant(text[^1]) switch
        {
            'M' => (text[..^1], 1),
            'G' => (text[..^1], 1024),
            _ => (text, 1),
        } : ("", 1);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || number < 1 || number > LargestMebibytes / scale)
        {
            return false;
        }
        size = new MemorySize(number * scale);
        return true;
    }

    /// <summary>The amount as QEMU and our own options write it, such as <c>128M</c>.</summary>
    public override string ToString() => $"{Mebibytes}M";
}
