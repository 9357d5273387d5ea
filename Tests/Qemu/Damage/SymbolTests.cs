using System;
using System.Collections.Generic;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Damage;

/// <summary>
/// The symbols of a program are its own, and may say anything: the report of its end shows what they tell as far as it
/// makes sense, and the kernel goes on.
/// </summary>
public sealed class SymbolTests
{
    private const byte NoUnwind = 0;
    private const byte TrapEntry = 1;
    private const byte FirstProgram = 2;

    // A row each, from the first byte on; nothing is popped: the caller's stack, twice the slots from RSP, or one more
    // from RBP; and where RBP is kept.
    private static readonly byte[] s_plain = [1, 0, 0, 2, 0];

    private static readonly Dictionary<string, (byte[] Symbols, string[] Functions)> s_cases = new()
    {
        ["no caller is known"] = (HandMadeProgram.Symbols(NoUnwind, FirstProgram, s_plain), ["inner", "outer"]),
        ["the caller is a trap's entry"] =
            (HandMadeProgram.Symbols(TrapEntry, FirstProgram, s_plain), ["inner", "outer", "inner"]),
        ["a trap's entry traps"] = (HandMadeProgram.Symbols(NoUnwind, TrapEntry, s_plain), ["inner"]),
        ["a frame below the stack"] = (HandMadeProgram.Symbols(NoUnwind, FirstProgram, [1, 0, 0, 3, 0]), ["inner"]),
        ["a frame beyond the stack"] =
            (HandMadeProgram.Symbols(NoUnwind, FirstProgram, [1, 0, 0, 0x80, 0x80, 0x40, 0]), ["inner"]),
        ["RBP beyond the stack"] =
            (HandMadeProgram.Symbols(NoUnwind, FirstProgram, [1, 0, 0, 2, 0x80, 0x80, 0x40]), ["inner"]),
        ["epilogues before and behind"] =
            (HandMadeProgram.Symbols(FirstProgram, FirstProgram, s_plain, [0, 3]), ["inner", "outer"]),
        ["a program beyond the table"] = (HandMadeProgram.Symbols(NoUnwind, 100, s_plain), ["inner"]),
        ["a program without its rows"] = (HandMadeProgram.Symbols(NoUnwind, FirstProgram, [9, 0]), ["inner"]),
        ["rows that begin later"] = (HandMadeProgram.Symbols(NoUnwind, FirstProgram, [1, 0, 9, 2, 0]), ["inner"]),
        ["records beyond the table"] = (Changed(36, 0xFF), []),
        ["a number without an end"] = (Changed(^1, 0x80), ["outer"]),
        ["a number of more than 32 bits"] = (WithRecords([0xFF, 0xFF, 0xFF, 0xFF, 0x7F]), []),
        ["a number of too many bytes"] = (WithRecords([0x80, 0x80, 0x80, 0x80, 0x80, 0]), []),
        ["a block beyond the table"] = (WithRecords([0, 64, 0, 1, 0, 0, 99]), []),
        ["a name beyond the table"] = (Changed(49, 99), ["", "outer"]),
        ["names without an end"] = (Changed(48, 8), ["innerinnerinnerinner", "outer"]),
        ["no table"] = ([], []),
    };

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheTraceIsAsLongAsTheyMakeSense(string name)
    {
        (byte[] symbols, string[] functions) = s_cases[name];
        BootRun run = HandMadeProgram.Run(symbols);
        string[] trace =
        [
            .. run.Lines.Where(static line => line.Contains("]   at ", StringComparison.Ordinal)
                || line.Contains("error:   at ", StringComparison.Ordinal))
                .Select(static line => line.Split("  at ")[1].Split("  [")[0]),
        ];
        Assert.Equal(functions, trace);
        Assert.Contains($"  RIP {HandMadeProgram.Inner:x16}  RSP ", run.Text, StringComparison.Ordinal);
        Assert.Contains("the first program has ended with cause 2, code 6", run.Text, StringComparison.Ordinal);
        Assert.Equal(GuestVerdict.Failed, run.Verdict);
    }

    // mov rsp, or a stack that is none; UD2.
    [Theory]
    [InlineData("48c7c411001000 0f0b")]
    [InlineData("48c7c400000030 0f0b")]
    [InlineData("48c7c4f0ffffff 0f0b")]
    public void AStackThatCannotBeReadHasNoCallers(string code)
    {
        byte[] bytes = Convert.FromHexString(code.Replace(" ", "", StringComparison.Ordinal));
        BootRun run = HandMadeProgram.Run(bytes, HandMadeProgram.Symbols(FirstProgram, NoUnwind, s_plain));
        Assert.Contains("at outer", Assert.Single(run.Lines, static line => line.Contains("  at ")));
        Assert.Contains("invalid opcode (#UD)", run.Text, StringComparison.Ordinal);
        Assert.Equal(GuestVerdict.Failed, run.Verdict);
    }

    // mov edi, code; mov eax, EXIT; syscall.
    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void TheCodeOfTheFirstProgramIsTold(int code)
    {
        byte[] exit =
            [0xBF, .. BitConverter.GetBytes(code), 0xB8, .. BitConverter.GetBytes((int)Kernel.Abi.SystemCall.Exit), 0x0F, 0x05];
        BootRun run = HandMadeProgram.Run(exit, []);
        Assert.Contains($"the first program has ended with cause 0, code {code}", run.Text, StringComparison.Ordinal);
        Assert.Equal(GuestVerdict.Failed, run.Verdict);
    }

    // mov rax, entry; pushfq; or qword [rsp], TF; popfq; jmp rax: the step's trap comes where ring 0 begins.
    [Fact]
    public void AStepIntoTheKernelIsAPageFaultOfTheProgram()
    {
        ulong entry = LinkedSymbols.Kernel.AddressOf("system_call_entry");
        byte[] code =
        [
            0x48, 0xB8, .. BitConverter.GetBytes(entry), 0x9C, 0x48, 0x81, 0x0C, 0x24, 0x00, 0x01, 0x00, 0x00, 0x9D,
            0xFF, 0xE0,
        ];
        BootRun run = HandMadeProgram.Run(code, []);
        Assert.Contains($"at 0x{entry:x16}", run.Text, StringComparison.Ordinal);
        Assert.Contains("the first program has ended with cause 2, code 14", run.Text, StringComparison.Ordinal);
    }

    private static byte[] Sound => HandMadeProgram.Symbols(NoUnwind, FirstProgram, s_plain);

    private static byte[] Changed(Index at, byte value)
    {
        byte[] table = Sound;
        table[at] = value;
        return table;
    }

    // The records are the table's last part.
    private static byte[] WithRecords(byte[] records)
    {
        byte[] table = Sound;
        return [.. table[..BitConverter.ToInt32(table, 28)], .. records];
    }
}
