namespace Kernel.Text;

/// <summary>What follows the colon in a hole of an interpolated string.</summary>
internal readonly struct HoleFormat
{
    private readonly char _kind;

    private HoleFormat(char kind, int digits)
    {
        _kind = kind;
        Digits = digits;
    }

    /// <summary><c>x</c>: hexadecimal, as <c>:x</c> or, with at least so many digits, <c>:x8</c>.</summary>
    public bool IsHexadecimal => _kind == 'x';

    /// <summary><c>n</c>: decimal with a comma between thousands.</summary>
    public bool IsGrouped => _kind == 'n';

    /// <summary>The number after the letter; 0 where there is none.</summary>
    public int Digits { get; }

    /// <summary>Decodes what the compiler hands over. Letters that have no meaning here give plain decimal.</summary>
    public static HoleFormat Decode(string? format)
    {
        if (format is null || format.Length == 0)
        {
            return default;
        }

        int digits = 0;
        for (int i = 1; i < format.Length && format[i] is >= '0' and <= '9' && digits < 100; i++)
        {
            digits = (digits * 10) + (format[i] - '0');
        }

        return new HoleFormat(format[0], digits);
    }
}
