using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Kernel.Firmware;
using Kernel.Traps;
using Xunit;

namespace QemuTests.Calls;

/// <summary>
/// Functions that answer for every value, called with those that no machine here can give them; the same functions on
/// the host are what the answers are compared with.
/// </summary>
public sealed class CallTests(CallTests.Fixture fixture) : IClassFixture<CallTests.Fixture>
{
    private readonly CalledKernel _kernel = fixture.Kernel;

    [Fact]
    public void EveryVectorHasItsWords()
    {
        IEnumerable<byte> vectors = Enumerable.Range(0, 40).Append(255).Select(static vector => (byte)vector);
        Assert.All(vectors, vector => Assert.Equal(
            Encoding.UTF8.GetString(TrapNames.Describe((TrapVector)vector)),
            _kernel.Text("Kernel_Kernel_Traps_TrapNames__Describe", vector)));
    }

    [Fact]
    public void EveryFaultOfTheBootHasItsWords() => Assert.All(
        Enum.GetValues<BootFault>().Append((BootFault)byte.MaxValue), fault => Assert.Equal(
            Encoding.UTF8.GetString(BootFaultText.Describe(fault)),
            _kernel.Text("Kernel_Kernel_Firmware_BootFaultText__Describe", (ulong)fault)));

    [Fact]
    public void EveryFaultOfAnOptionHasItsWords() => Assert.All(Enum.GetValues<OptionFault>(), fault =>
    {
        _kernel.Write(_kernel.Space, (byte)fault, 0, 0, 0, 0, 0, 0, 0);
        Assert.Equal(
            Encoding.UTF8.GetString(new OptionError(fault, 0).Description),
            _kernel.Text("Kernel_Kernel_Firmware_OptionError__get_Description", _kernel.Space));
    });

    [Theory]
    [InlineData('A')]
    [InlineData('\u007F')]
    [InlineData('\u0080')]
    [InlineData('é')]
    [InlineData('\u07FF')]
    [InlineData('\u0800')]
    [InlineData('▌')]
    [InlineData('\uD7FF')]
    [InlineData('\uD800')]
    [InlineData('\uDFFF')]
    [InlineData('\uE000')]
    [InlineData('\uFFFF')]
    public void ALetterOfTheKernelsOwnTextsIsEncoded(char letter)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(char.IsSurrogate(letter) ? "?" : $"{letter}");
        (ulong length, _) = _kernel.Call("Kernel_Kernel_Text_Utf8__EncodedLength", letter);
        Assert.Equal(wanted.Length, (int)length);
        _kernel.Call("Kernel_Kernel_Text_Utf8__Encode", letter, _kernel.Space, length);
        Assert.Equal(wanted, _kernel.Read(_kernel.Space, wanted.Length));
    }

    [Theory]
    [InlineData(0x1234_5000UL, 0x1_2345U)]
    [InlineData(0x1234_5FFFUL, 0x1_2345U)]
    [InlineData(0xFFF_FFEF_FFFFUL, 0xFFFF_FEFFU)]
    [InlineData(0xFFF_FFF0_0000UL, uint.MaxValue - 255)]
    [InlineData(ulong.MaxValue, uint.MaxValue - 255)]
    public void TheFrameOfAnAddressIsNoneBeyondTheLast(ulong address, uint frame) => Assert.Equal(
        frame, (uint)_kernel.Call("Kernel_Kernel_Units_Frame__Holding", address).Rax);

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(1UL << 40)]
    [InlineData(1UL << 63)]
    public void ZerosBelowTheLowestBitAreCounted(ulong value) => Assert.Equal(
        (ulong)System.Numerics.BitOperations.TrailingZeroCount(value),
        _kernel.Call("CoreLib_System_Numerics_BitOperations__TrailingZeroCount", value).Rax);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(67)]
    [InlineData(203)]
    public void BytesAreClearedAndFilledToTheLast(int length)
    {
        byte[] all = [.. Enumerable.Repeat((byte)0xA5, length + 9)];
        _kernel.Write(_kernel.Space, all);
        _kernel.Call("CoreLib_System_SpanHelpers__Fill", _kernel.Space, 0x3C, (ulong)length);
        byte[] filled = [.. Enumerable.Repeat((byte)0x3C, length).Concat(all[length..])];
        Assert.Equal(filled, _kernel.Read(_kernel.Space, filled.Length));
        _kernel.Call("CoreLib_System_SpanHelpers__ClearWithoutReferences", _kernel.Space, (ulong)length);
        byte[] cleared = [.. new byte[length].Concat(all[length..])];
        Assert.Equal(cleared, _kernel.Read(_kernel.Space, cleared.Length));
    }

    [Theory]
    [InlineData(0xFFFUL, "")]
    [InlineData(0x1000UL, "kernel")]
    [InlineData(0x3FFFUL, "double-fault")]
    [InlineData(0x5000UL, "NMI")]
    [InlineData(0x7FF8UL, "machine-check")]
    [InlineData(0x8000UL, "")]
    public void TheGuardPageThatWasHitTellsTheStack(ulong address, string name)
    {
        ulong[] guards = [0x1000, 0x3000, 0x5000, 0x7000];
        _kernel.Write(_kernel.Space, [.. guards.SelectMany(BitConverter.GetBytes)]);
        ulong text = _kernel.Space + 64;
        (ulong found, _) = _kernel.Call(
            "Kernel_Kernel_Traps_StackGuards__TryFind", _kernel.Space, address, text);
        byte[] span = _kernel.Read(text, 16);
        Assert.Equal(name.Length != 0, (found & 1) != 0);
        Assert.Equal(
            name,
            Encoding.UTF8.GetString(_kernel.Read(BitConverter.ToUInt64(span), BitConverter.ToInt32(span, 8))));
    }

    /// <summary>One machine for all of them.</summary>
    public sealed class Fixture : IDisposable
    {
        internal CalledKernel Kernel { get; } = new();

        /// <inheritdoc/>
        public void Dispose() => Kernel.Dispose();
    }
}
