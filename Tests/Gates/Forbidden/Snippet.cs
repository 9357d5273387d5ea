using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates.Forbidden;

/// <summary>
/// A little program, compiled as the kernel is: by csc against the kernel's core library, then by ILCompiler.
/// </summary>
internal sealed class Snippet : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <Import Project="ROOT/build/Freestanding.props" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion>14</LangVersion>
            <Nullable>enable</Nullable>
            <RunAnalyzers>false</RunAnalyzers>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="ROOT/artifacts/bin/CoreLib/debug/CoreLib.dll" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using System;
        using System.Runtime;
        using System.Runtime.CompilerServices;

        internal sealed class Thing { public int Value; }

        internal interface IValue { int Value { get; } }

        internal struct Small : IValue { public int Value => 1; }

        internal static class Snippet
        {
            private static Thing? s_kept;
            private static int s_number;
            private static int[]? s_numbers;

            [RuntimeExport("OnLanguageFault")]
            private static void OnLanguageFault(LanguageFault fault) { while (true) { } }

            [RuntimeExport("snippet")]
            private static int Run(int argument) { BODY }

            [MethodImpl(MethodImplOptions.NoInlining)]
            private static int Ask(IValue value) => value.Value;
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("forbidden-");

    /// <summary>A program whose one exported method has this body.</summary>
    public Snippet(string body)
    {
        File.WriteAllText(
            PathOf("snippet.csproj"), Project.Replace("ROOT", BuiltKernel.Root.TrimEnd('/'), StringComparison.Ordinal));
        File.WriteAllText(PathOf("snippet.cs"), Program.Replace("BODY", body, StringComparison.Ordinal));
    }

    /// <summary>The IL compiler's first step; its words where it fails, otherwise nothing.</summary>
    public string CompileToIl() => Run("dotnet", "build", PathOf("snippet.csproj"), "--nologo", "-o", PathOf("il"));

    /// <summary>ILCompiler; its words where it fails, otherwise nothing.</summary>
    public string CompileToObject() => Run(
        ILCompiler, PathOf("il/snippet.dll"), "-r", PathOf("il/CoreLib.dll"), $"-o:{PathOf("snippet.o")}",
        "--systemmodule:CoreLib", "--nativelib", "--targetos:linux", "--targetarch:x64", "-O");

    /// <summary>What the object needs beyond what the kernel has.</summary>
    public string[] MissingSymbols() =>
    [
        .. ElfImage.Load(PathOf("snippet.o")).Symbols
            .Where(static symbol => symbol.IsUndefined)
            .Select(static symbol => symbol.Name)
            .Except(BuiltKernel.ReadList(ObjectRules.ListName)),
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    private static string ILCompiler
    {
        get
        {
            string version = typeof(Snippet).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(static each => each.Key == "ILCompilerVersion").Value!;
            string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            string ilc = Path.Combine(
                packages, "runtime.linux-x64.microsoft.dotnet.ilcompiler", version, "tools", "ilc");
            Assert.True(File.Exists(ilc), $"{ilc} is not there: build first, with ./build.sh build");
            return ilc;
        }
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        using Process process = Process.Start(start)!;
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : output + errors.Result;
    }
}
