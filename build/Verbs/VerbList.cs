using System.CommandLine;
using System.CommandLine.Help;
using Verbs.Covering;
using Verbs.Machine;
using Verbs.Measuring;
using Verbs.Mutating;
using Verbs.Testing;
using Verbs.Tools;
using Verbs.Traces;
using Verbs.Usb;

namespace Verbs;

/// <summary>Every verb, in the order of the help text.</summary>
public static class VerbList
{
    /// <summary>The command line's grammar.</summary>
    public static Command Create(Repository repository) => new("./build.sh", "Build, run, debug and test the kernel.")
    {
        new HelpOption(),
        CheckVerb.Create(),
        BuildVerb.Create(repository),
        RunVerb.Create(repository),
        DebugVerb.Create(repository),
        TestVerb.Create(repository),
        PromisesVerb.Create(repository),
        SimulateVerb.Create(repository),
        MutateVerb.Create(repository),
        CoverageVerb.Create(repository),
        BenchVerb.Create(repository),
        IsoVerb.Create(repository),
        UsbVerb.Create(repository),
        ScreenshotVerb.Create(repository),
        SymbolizeVerb.Create(repository),
        FiguresVerb.Create(repository),
        FormatVerb.Create(repository),
        CleanVerb.Create(repository),
    };
}
