using System.Text;
using Kernel.Memory;
using Kernel.Text;
using Xunit;

namespace Kernel.Tests.Host.Memory;

public class PageFaultCodeTests
{
    [Theory]
    [InlineData(0x0, "read", "a page that is not mapped", "P=0 not present, W=0 read, U=0 supervisor")]
    [InlineData(0x2, "write to", "a page that is not mapped", "P=0 not present, W=1 write, U=0 supervisor")]
    [InlineData(0x3, "write to", "a page that is read-only", "P=1 protection, W=1 write, U=0 supervisor")]
    [InlineData(0x11, "execute", "a page that holds no code",
        "P=1 protection, W=0 read, U=0 supervisor, I=1 instruction fetch")]
    [InlineData(0x5, "read", "a page that is out of bounds for this ring", "P=1 protection, W=0 read, U=1 user")]
    [InlineData(0x9, "read", "a page whose tables have a reserved bit set",
        "P=1 protection, W=0 read, U=0 supervisor, RSVD")]
    [InlineData(0x8, "read", "a page whose tables have a reserved bit set",
        "P=0 not present, W=0 read, U=0 supervisor, RSVD")]
    [InlineData(0x27, "write to", "a page whose protection key forbids it", "P=1 protection, W=1 write, U=1 user, PK")]
    [InlineData(0x8005, "read", "a page of an enclave", "P=1 protection, W=0 read, U=1 user, SGX")]
    [InlineData(0x47, "write to", "a page that is read-only", "P=1 protection, W=1 write, U=1 user, SS")]
    public void SaysInWordsWhatTheBitsMean(ulong bits, string access, string cause, string names)
    {
        var code = new PageFaultCode(bits);
        Assert.Equal(access, Encoding.UTF8.GetString(code.Access));
        Assert.Equal(cause, Encoding.UTF8.GetString(code.Cause));
        var buffer = new TextBuffer(new byte[256]);
        code.AppendBits(ref buffer);
        Assert.Equal(names, Encoding.UTF8.GetString(buffer.Text));
    }
}
