using System;
using System.Collections.Generic;
using System.Linq;
using Iced.Intel;
using QemuTests.Support;
using Xunit;
using Xunit.Abstractions;

namespace QemuTests.Injection;

/// <summary>
/// NMI, #MC and #DB at each instruction of the ways into the kernel and out of it, on the plainer processor at those that
/// the fuller one has no use for. The programs that run meanwhile look at all their registers.
/// </summary>
public sealed class InjectionTests(ITestOutputHelper output)
{
    private const string Fuller = "max";

    // C# that runs while the stack is the program's.
    private static readonly string[] s_onNoStack = ["OnSendShort", "OnReplyReceiveShort"];

    private static readonly string[] s_programs =
        ["talk", "usertests,registers,isolation,sleep,messages", "bench,calls", "crash"];

    // The vectors that programs raise: divisions, single steps, what is no instruction, protection, page faults, ticks.
    private static readonly ulong[] s_vectors = [0, 1, 6, 13, 14, 32];

    // Panics, which do not come back; what interrupts, and is none; and what Bochs alone comes to: a debug exception in
    // front of the kernel's first instruction.
    private static readonly string[] s_unreached =
    [
        "trap_common mov rdi,rsp", "trap_common call OnTrap", "trap_common ud2", "trap_spurious iretq",
        "trap_debug iretq",
    ];

    [Theory]
    [InlineData(Fuller)]
    [InlineData("qemu64")]
    public void NothingIsLostWhereverTheyCome(string processor)
    {
        IReadOnlyList<Instruction> pending = [.. EntryCode.All
            .Concat(s_onNoStack.SelectMany(EntryCode.OfFunction))
            .Where(static each => EntryCode.VectorOf(each.IP) is not { } vector || s_vectors.Contains(vector))
            .Where(static each => !s_unreached.Contains(EntryCode.TextOf(each)))
            .Where(each => !IsUnused(each, processor) && (processor == Fuller || IsUnused(each, Fuller)))];
        output.WriteLine($"{pending.Count} instructions");
        Assert.NotEmpty(pending);
        foreach (string program in s_programs.TakeWhile(_ => pending.Count != 0))
        {
            pending = Run(processor, program, pending);
        }

        Assert.Equal([], pending.Select(EntryCode.TextOf));
    }

    // One of the two ways to save and load vector registers. What is chosen once and for all has labels of its own.
    private static bool IsUnused(Instruction instruction, string processor)
    {
        bool hasXsave = processor == Fuller;
        Instruction last = EntryCode.All.LastOrDefault(each => each.NextIP == instruction.IP);
        return instruction.Mnemonic switch
        {
            Mnemonic.Fxsave64 => hasXsave,
            Mnemonic.Fxrstor64 =>
                hasXsave && !EntryCode.NameOf(instruction.IP).StartsWith("clean_", StringComparison.Ordinal),
            Mnemonic.Xsave64 or Mnemonic.Xrstor64 => !hasXsave,
            Mnemonic.Jmp => !hasXsave && last.Mnemonic is (Mnemonic.Xsave64 or Mnemonic.Xrstor64),
            _ => false,
        };
    }

    // What the program has not come to.
    private IReadOnlyList<Instruction> Run(string processor, string program, IReadOnlyList<Instruction> pending)
    {
        using var machine = new DebuggedMachine(program, processor);
        var injector = new Injector(machine, pending);
        injector.Run();
        output.WriteLine($"{program}: {string.Join(", ", injector.Raised)}, {injector.Missed.Count()} missed");
        BootRun run = machine.End();
        Assert.DoesNotContain(run.Lines, static line => line.Contains(": failed: ", StringComparison.Ordinal));
        run.ExpectPassed();
        return [.. injector.Missed];
    }
}
