using System.Linq;
using QemuTests.Support;
using UserPrograms;
using Xunit;

namespace QemuTests.UserTests;

/// <summary>
/// A secret of one task's is in no register and no page of another's: half a million switches between them on each of
/// two processors.
/// </summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData("max")]
    [InlineData("qemu64")]
    public void NobodySeesAnotherTasksSecret(string processor)
    {
        UserTestRun run = UserTestRun.Of(processor, ",manysecrets", Patience.Secrets);
        string[] names = [.. CaseNames.Many
            .SelectMany(static groups => groups)
            .SelectMany(static one => one.How.Select(how => CaseGroup.NameOf(one.What[0], how)))];
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Equal(["passed"], run.Results[name]));
        run.Boot.ExpectPassed();
    }
}
