using System;
using Kernel.Firmware;
using Kernel.Text;

namespace Kernel.Console;

/// <summary>
/// The serial port and the screen together: what is written appears on both, on the serial port without colours.
/// All zeros is a console without either, which takes text and drops it.
/// </summary>
public struct KernelConsole
{
    private Uart16550 _serial;
    private TextGrid _grid;
    private FramebufferScreen _pixels;
    private VgaTextScreen _text;
    private FramebufferKind _screen;

    /// <summary>The least important level that the log shows; of a new console the lowest.</summary>
    public LogLevel Level { get; set; }

    /// <summary>Starts the serial port; false where there is none that works.</summary>
    public bool TryOpenSerial(ushort port) => _serial.TryOpen(port);

    /// <summary>
    /// Clears the screen that the firmware left on, and uses it from now on. False, and none is used, where there is
    /// none or <c>Machine.ScreenMemory</c> does not hold it whole.
    /// </summary>
    public bool TryOpenScreen(in FramebufferInfo info)
    {
        _screen = FramebufferKind.None;
        if (FramebufferScreen.TryOpen(info, ref _pixels))
        {
            _pixels.Clear();
            _grid.Reset(_pixels.Columns, _pixels.Rows);
            _screen = FramebufferKind.Rgb;
        }
        else if (VgaTextScreen.TryOpen(info, out _text))
        {
            _text.Clear();
            _grid.Reset(_text.Columns, _text.Rows);
            _screen = FramebufferKind.Text;
        }

        return _screen != FramebufferKind.None;
    }

    /// <summary>
    /// Writes UTF-8 text, in which line feed, carriage return, tab and backspace move the cursor. When this returns it
    /// is on the screen, and with the serial port's transmitter.
    /// </summary>
    public void Write(ReadOnlySpan<byte> text, CellColours colours)
    {
        _serial.Send(text);
        if (_screen != FramebufferKind.None)
        {
            PutText(text, colours);
            Flush();
        }
    }

    /// <summary>Writes text and a line feed.</summary>
    public void WriteLine(ReadOnlySpan<byte> text, CellColours colours)
    {
        Write(text, colours);
        Write("\n"u8, colours);
    }

    private void PutText(ReadOnlySpan<byte> text, CellColours colours)
    {
        while (!text.IsEmpty)
        {
            uint character = Utf8.Decode(text, out int length);
            Put(character, colours);
            text = text.Slice(length);
        }
    }

    private void Put(uint character, CellColours colours)
    {
        switch (character)
        {
            case '\n':
                _grid.NewLine(colours);
                break;
            case '\r':
                _grid.CarriageReturn();
                break;
            case '\t':
                _grid.Tab();
                break;
            case '\b':
                _grid.Backspace();
                break;
            default:
                _grid.Put(new Cell(CodePage437.FromUnicode(character), colours));
                break;
        }
    }

    private void Flush()
    {
        if (_screen == FramebufferKind.Rgb)
        {
            _grid.Flush(ref _pixels);
        }
        else
        {
            _grid.Flush(ref _text);
            _text.MoveCursor(_grid.Row, _grid.Column);
        }
    }
}
