using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests;

/// <summary>The second, stricter emulator.</summary>
public sealed class BochsTests
{
    [Theory]
    [InlineData("corei7_skylake_x")]
    [InlineData("athlon64_clawhammer")]
    public void BochsBootsTheImageFromACd(string processor)
    {
        using BochsMachine machine = BochsMachine.Start(new BochsSpec { Image = Tree.Iso, Processor = processor });
        machine.Expect(GuestExtensions.Ready, Patience.Bochs);
    }
}
