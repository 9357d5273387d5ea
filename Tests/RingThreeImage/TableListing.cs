using System;
using Kernel.Console;
using Kernel.Memory;
using Kernel.Text;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// What the kernel says of a space's pages, for the host to compare with what the processor walks: a line
/// <c>pages ADDRESS COUNT FRAME RIGHTS</c> for each run of pages, and <c>look NUMBER.</c> behind the last. Then it
/// waits until the host has looked: for a byte on the serial port.
/// </summary>
internal struct TableListing
{
    private const int LongestLine = 128;
    private const ulong PageBytes = 4096;

    private int _looks;
    private VirtAddr _start;
    private ulong _count;
    private Frame _frame;
    private PageState _state;
    private PageRights _rights;

    /// <summary>Lists a space under a name, and waits; the processor uses the space meanwhile.</summary>
    internal void Show(ReadOnlySpan<byte> name, ref AddressSpace space)
    {
        State.Memory.Activate(ref space);
        Begin("step "u8, out TextBuffer line, stackalloc byte[LongestLine]);
        line.Append(name);
        Scene.Write(line.Text);
        List(in space, new VirtAddr(PageBytes), pages: 2048);
        List(in space, Scene.Base, TableScript.Pages);
        List(in space, TableScript.At(TableScript.Borrowed), TableScript.Pages);
        List(in space, TableScript.Stack, TableScript.StackPages);
        Begin("look "u8, out line, stackalloc byte[LongestLine]);
        line.AppendDecimal((ulong)++_looks);
        line.Append('.');
        Scene.Write(line.Text);
        WaitForByte();
    }

    private static void Begin(ReadOnlySpan<byte> text, out TextBuffer line, Span<byte> space)
    {
        line = new TextBuffer(space);
        line.Append(text);
    }

    private static void WaitForByte()
    {
        const byte received = 1;
        while ((Machine.ReadPort(Uart16550.Com1 + UartRegister.LineStatus) & received) == 0)
        {
        }

        _ = Machine.ReadPort(Uart16550.Com1 + UartRegister.Data);
    }

    private void List(ref readonly AddressSpace space, VirtAddr start, ulong pages)
    {
        for (ulong i = 0; i < pages; i++)
        {
            VirtAddr page = start + new ByteCount(i * PageBytes);
            Add(page, PagingManager.Query(in space, page));
        }

        End();
    }

    private void Add(VirtAddr page, PageInfo info)
    {
        bool isThere = info.State is PageState.Present or PageState.Writable;
        bool goesOn = isThere && _count != 0 && info.State == _state && info.Rights == _rights
            && page == _start + new ByteCount(_count * PageBytes)
            && info.Frame == _frame + new FrameCount((uint)_count);
        if (goesOn)
        {
            _count++;
            return;
        }

        End();
        if (isThere)
        {
            _start = page;
            _count = 1;
            _frame = info.Frame;
            _state = info.State;
            _rights = info.Rights;
        }
    }

    private void End()
    {
        if (_count == 0)
        {
            return;
        }

        Begin("pages "u8, out TextBuffer line, stackalloc byte[LongestLine]);
        line.AppendHexadecimal(_start.Value);
        line.Append(' ');
        line.AppendDecimal(_count);
        line.Append(' ');
        line.AppendHexadecimal(_frame.Address.Value);
        line.Append(_state == PageState.Writable ? " rw"u8 : " r-"u8);
        line.Append((_rights & PageRights.Execute) != 0 ? 'x' : '-');
        Scene.Write(line.Text);
        _count = 0;
    }
}
