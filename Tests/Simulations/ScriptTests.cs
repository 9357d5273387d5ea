using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

namespace Simulator.Tests;

/// <summary>Scripts that failed once: each found something that was wrong, by mistake or by design.</summary>
[Collection(OneMachine.Name)]
public sealed class ScriptTests
{
    private static readonly Assembly s_here = typeof(ScriptTests).Assembly;

    public static TheoryData<string> Scripts => [.. s_here.GetManifestResourceNames().Order()];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void WhatFailedOnceRunsToItsEnd(string name)
    {
        using var reader = new StreamReader(s_here.GetManifestResourceStream(name)!);
        Failure? failure = Script.Parse(reader).Run();
        Assert.True(failure is null, $"step {failure?.Step}: {failure?.Exception}");
    }

    [Fact]
    public void AScriptThatIsWrittenIsReadAgain()
    {
        Script script = Script.Of(seed: 7, steps: 100);
        using var text = new StringWriter();
        script.Write(text);
        Script read = Script.Parse(new StringReader(text.ToString()));
        Assert.Equal(script.Mebibytes, read.Mebibytes);
        Assert.Equal(script.HasClock, read.HasClock);
        Assert.Equal(script.Steps, read.Steps);
    }
}
