using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Kernel.Loading;
using Xunit;

namespace Kernel.Tests.Host.Loading;

/// <summary>Eight digits at once are what they are one by one.</summary>
public sealed class ArchiveNumberTests
{
    private const int FirstField = 6;

    [Fact]
    public void EachCharacterInEachPlaceIsADigitOrNone()
    {
        for (int place = 0; place < 8; place++)
        {
            for (int character = 0; character < 256; character++)
            {
                byte[] header = Encoding.ASCII.GetBytes("0707010a9Ff3B7");
                header[FirstField + place] = (byte)character;
                Check(header);
            }
        }
    }

    [Fact]
    public void NumbersAreReadInEitherCase()
    {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++)
        {
            string digits = random.Next().ToString("X8", CultureInfo.InvariantCulture);
            digits = i % 2 == 0 ? digits : digits.ToLowerInvariant();
            Check(Encoding.ASCII.GetBytes("070701" + digits));
        }
    }

    private static void Check(byte[] header)
    {
        string digits = Encoding.Latin1.GetString(header, FirstField, 8);
        bool isRight = digits.All(char.IsAsciiHexDigit);
        uint number = isRight ? Convert.ToUInt32(digits, 16) : 0;
        ArchiveFault fault = ArchiveNumber.TryRead(header, 0, ArchiveField.Inode, out uint value);
        Assert.Equal((isRight ? ArchiveFault.None : ArchiveFault.NotHexadecimal, number), (fault, value));
    }
}
