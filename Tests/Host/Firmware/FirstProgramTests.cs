using System.Text;
using Kernel.Firmware;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

public sealed class FirstProgramTests
{
    [Theory]
    [InlineData("", "init", "")]
    [InlineData("log=debug", "init", "")]
    [InlineData("init", "init", "")]
    [InlineData("init=", "init", "")]
    [InlineData("init=soak", "soak", "")]
    [InlineData("init=soak,", "soak", "")]
    [InlineData("init=soak,1000", "soak", "1000\0")]
    [InlineData("init=soak,1000,,x=y", "soak", "1000\0\0x=y\0")]
    [InlineData("init=a init=b,c", "b", "c\0")]
    [InlineData("init=,c", "", "c\0")]
    public void TheLineNamesTheFirstProgramAndItsArguments(string line, string name, string arguments)
    {
        var first = new FirstProgram(new CommandLine(Encoding.ASCII.GetBytes(line)));

        Assert.Equal(name, Encoding.ASCII.GetString(first.Name));
        byte[] copied = new byte[first.ArgumentBytes];
        first.CopyArguments(copied);
        Assert.Equal(arguments, Encoding.ASCII.GetString(copied));
    }
}
