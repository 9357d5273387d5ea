using System.Linq;
using Kernel.Traps;
using QemuTests.Debugging;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Injection;

/// <summary>
/// All 256 vectors, raised in ring 0 by an instruction that is put into the kernel: each comes to its own entry, which
/// pushes its number, and a zero where the processor would push no error code.
/// </summary>
public sealed class VectorTests
{
    private const int Vectors = 256;
    private const ulong StubSize = 16;

    // Intel SDM vol. 3, table 6-1.
    private static readonly int[] s_withErrorCode = [8, 10, 11, 12, 13, 14, 17, 21, 29, 30];

    [Fact]
    public void EachComesToItsOwnEntry()
    {
        using var machine = new DebuggedMachine("talk", "max");
        GdbStub stub = machine.Stub;
        ulong place = LinkedSymbols.Kernel.AddressOf("OnSystemCall");
        ulong common = LinkedSymbols.Kernel.AddressOf("trap_common");
        stub.Stop(place);
        Assert.True(stub.Continue());
        stub.StopNoMore(place);
        ProcessorRegisters before = stub.Registers;
        ulong code = stub.Read(place, 1)[0];
        stub.Stop(common);
        for (int vector = 0; vector < Vectors; vector++)
        {
            // INT and the vector's number.
            stub.WriteMemory(place, [0xCD, (byte)vector]);
            ulong entry = EntryOf(vector);
            stub.Stop(entry);
            Assert.True(stub.Continue());
            Assert.Equal(EntryCode.NameOf(entry), EntryCode.NameOf(stub.Registers.Rip));
            stub.StopNoMore(entry);
            if (EntryCode.VectorOf(entry) is not null)
            {
                CheckPushed(stub, vector, before, place);
            }

            stub.Write(ProcessorRegisters.RspNumber, before.Rsp);
            stub.Write(ProcessorRegisters.RipNumber, place);
            stub.WriteFlags(before.Flags);
        }

        stub.WriteMemory(place, code);
        stub.StopNoMore(common);
        Assert.False(stub.Continue(), "the machine stops");
        machine.End().ExpectPassed();
    }

    // INT itself pushes no error code: where the processor would, the frame is one word shorter.
    private static void CheckPushed(GdbStub stub, int vector, ProcessorRegisters before, ulong place)
    {
        const ulong afterInt = 2;
        Assert.True(stub.Continue());
        ProcessorRegisters now = stub.Registers;
        ulong[] pushed = stub.Read(now.Rsp, 6);
        Assert.Equal((ulong)vector, pushed[0]);
        ulong[] words = s_withErrorCode.Contains(vector) ? pushed[1..] : pushed[2..];
        Assert.Equal((ulong[])[place + afterInt, before.CodeSegment, before.Flags], words[..3]);
        Assert.True(s_withErrorCode.Contains(vector) || pushed[1] == 0, $"vector {vector}: an error code");
    }

    private static ulong EntryOf(int vector) => (TrapVector)vector switch
    {
        TrapVector.PageFault => LinkedSymbols.Kernel.AddressOf("trap_page_fault"),
        TrapVector.Debug => LinkedSymbols.Kernel.AddressOf("trap_debug"),
        TrapVector.Timer => LinkedSymbols.Kernel.AddressOf("trap_timer"),
        TrapVector.SpuriousLine or TrapVector.SpuriousApic => LinkedSymbols.Kernel.AddressOf("trap_spurious"),
        _ => LinkedSymbols.Kernel.AddressOf("trap_vectors") + ((ulong)vector * StubSize),
    };
}
