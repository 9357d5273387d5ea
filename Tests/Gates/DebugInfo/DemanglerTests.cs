using System;
using System.Linq;
using System.Reflection;
using Mangled.Names;
using Symbols.Names;
using Xunit;

namespace Kernel.Tests.Gates.DebugInfo;

public class DemanglerTests
{
    private static readonly Demangler s_demangler =
        new(TypeCatalog.Load([typeof(DemanglerTests).Assembly.Location, typeof(int).Assembly.Location]));

    [Theory]
    [InlineData("Gates_Mangled_Names_Plain__Run", "Mangled.Names.Plain.Run")]
    [InlineData("Gates_Mangled_Names_Plain__Run_0", "Mangled.Names.Plain.Run")]
    [InlineData("Gates_Mangled_Names_Plain__Under_score", "Mangled.Names.Plain.Under_score")]
    [InlineData("Gates_Mangled_Names_Plain__Run_2", "Mangled.Names.Plain.Run_2")]
    [InlineData("Gates_Mangled_Names_Plain___ctor", "Mangled.Names.Plain..ctor")]
    [InlineData("Gates_Mangled_Names_Plain__get_Size", "Mangled.Names.Plain.get_Size")]
    [InlineData("Gates_Mangled_Names_Plain__Mangled_Names_IRuns_Start", "Mangled.Names.Plain.IRuns.Start")]
    [InlineData("Gates_Mangled_Names_Pair_2<Int32__Gates_Mangled_Names_Plain>__Sum",
        "Mangled.Names.Pair<int, Plain>.Sum")]
    [InlineData("Gates_Mangled_Names_Pair_2_Inner<UInt8__Gates_Mangled_Names_Pair_2<Bool__UIntPtr>>__Go",
        "Mangled.Names.Pair.Inner<byte, Pair<bool, nuint>>.Go")]
    [InlineData("Gates_Mangled_Names_Plain__Map<Int64>", "Mangled.Names.Plain.Map<long>")]
    public void GivesCSharpNames(string symbol, string name) =>
        Assert.Equal(name, s_demangler.Demangle(symbol).ToString());

    [Fact]
    public void NamesLocalFunctionsAfterTheirMethods()
    {
        MethodInfo local = typeof(Plain).GetMethods(BindingFlags.NonPublic | BindingFlags.Static)
            .Single(static method => method.Name.Contains("Local", StringComparison.Ordinal));
        string symbol = $"Gates_Mangled_Names_Plain__{Mangled(local.Name)}";
        Assert.Equal("Mangled.Names.Plain.Run.Local", s_demangler.Demangle(symbol).ToString());
    }

    [Theory]
    [InlineData("memcpy")]
    [InlineData("Gates_Mangled_Names_Plain__Absent")]
    [InlineData("Gates_Mangled_Names_Absent__Run")]
    [InlineData("Gates_Mangled_Names_Plain__Map<Int64")]
    [InlineData("Gates_Mangled_Names_Plain__Map<Int64>x")]
    [InlineData("Gates_Mangled_Names_Plain")]
    [InlineData("Gates_Mangled_Names_Pair_2<")]
    public void KeepsWhatItDoesNotKnow(string symbol)
    {
        Assert.Equal(symbol, s_demangler.Demangle(symbol).ToString());
        Assert.False(s_demangler.TryDemangle(symbol, out _));
    }

    private static string Mangled(string name) => name.Replace('<', '_').Replace('>', '_').Replace('|', '_');
}
