using Kernel.Firmware;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

/// <summary>One thing wrong, what the kernel must call it, and where it must say that it is.</summary>
internal sealed record FaultCase(string Name, BootFault Fault, ulong Where, Decoded Decoded)
{
    public void Check()
    {
        Assert.Equal(Fault, Decoded.Error.Fault);
        Assert.Equal(Where, Decoded.Error.Where.Value);
    }
}
