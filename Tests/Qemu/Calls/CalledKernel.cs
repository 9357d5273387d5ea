using System;
using System.Linq;
using System.Text;
using QemuTests.Debugging;
using QemuTests.Injection;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Calls;

/// <summary>
/// A kernel that has come up, whose functions a debugger calls: with what no machine gives them, and what the compiler
/// made of them must still answer as it should.
/// </summary>
internal sealed class CalledKernel : IDisposable
{
    // RDI, RSI, RDX, RCX, R8, R9 in the order of the stub's registers (System V ABI, x86-64, 3.2.3).
    private static readonly int[] s_arguments = [5, 4, 3, 2, 8, 9];

    private static readonly ulong s_place = LinkedSymbols.Kernel.AddressOf("Kernel_Kernel_BootLog__Ready");

    private readonly DebuggedMachine _machine = new("hello", "max");
    private readonly ulong _stack;

    public CalledKernel()
    {
        _machine.Stub.Stop(s_place);
        Assert.True(_machine.Stub.Continue(), "the kernel does not come up");
        _stack = _machine.Stub.Registers.Rsp & ~15UL;
    }

    /// <summary>A kilobyte for what calls read and write.</summary>
    public ulong Space => _stack - 0x800;

    /// <summary>Calls a function; RAX and RDX.</summary>
    public (ulong Rax, ulong Rdx) Call(string function, params ulong[] arguments)
    {
        GdbStub stub = _machine.Stub;
        ulong stack = _stack - 0xC00 - sizeof(ulong);
        stub.WriteMemory(stack, s_place);
        stub.Write(ProcessorRegisters.RspNumber, stack);
        for (int i = 0; i < arguments.Length; i++)
        {
            stub.Write(s_arguments[i], arguments[i]);
        }

        stub.Write(ProcessorRegisters.RipNumber, LinkedSymbols.Kernel.AddressOf(function));
        Assert.True(stub.Continue(), $"{function} has ended the machine");
        ProcessorRegisters registers = stub.Registers;
        Assert.Equal((s_place, stack + sizeof(ulong)), (registers.Rip, registers.Rsp));
        return (registers[0], registers[ProcessorRegisters.RdxNumber]);
    }

    /// <summary>Calls a function that answers with a text.</summary>
    public string Text(string function, params ulong[] arguments)
    {
        (ulong start, ulong length) = Call(function, arguments);
        return Encoding.UTF8.GetString(Read(start, (int)length));
    }

    /// <summary>Bytes of memory.</summary>
    public byte[] Read(ulong address, int length) => [.. _machine.Stub.Read(address, (length + 7) / 8)
        .SelectMany(BitConverter.GetBytes).Take(length)];

    /// <summary>Changes memory.</summary>
    public void Write(ulong address, params byte[] bytes) => _machine.Stub.WriteMemory(address, bytes);

    /// <inheritdoc/>
    public void Dispose() => _machine.Dispose();
}
