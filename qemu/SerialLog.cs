using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

namespace Machines;

/// <summary>What the guest wrote to its serial port so far. Safe to read while it grows.</summary>
public sealed partial class SerialLog
{
    private readonly object _gate = new();
    private readonly StringBuilder _text = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private bool _closed;

    /// <summary>Everything so far, as it came.</summary>
    public string Text
    {
        get
        {
            CatchUp?.Invoke();
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>
    /// The last <paramref name="count"/> lines that are not empty, without colours and cursor movements.
    /// </summary>
    public string LastLines(int count)
    {
        string plain = EscapeSequence().Replace(Text, "");
        string[] lines = plain.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join('\n', lines.TakeLast(count));
    }

    /// <summary>Waits until <paramref name="text"/> was written, the guest ended or the time is over.</summary>
    public WaitOutcome WaitFor(string text, TimeSpan timeout)
    {
        var watch = Stopwatch.StartNew();
        lock (_gate)
        {
            while (!_text.ToString().Contains(text, StringComparison.Ordinal))
            {
                TimeSpan left = timeout - watch.Elapsed;
                if (_closed)
                {
                    return WaitOutcome.GuestEnded;
                }
                if (left <= TimeSpan.Zero)
                {
                    return WaitOutcome.TimedOut;
                }
                Monitor.Wait(_gate, left);
            }
            return WaitOutcome.Seen;
        }
    }

    /// <summary>Adds what the guest has written and nobody has looked for yet.</summary>
    internal Action? CatchUp { private get; set; }

    /// <summary>Adds what <paramref name="source"/> gives until its end, on a thread of its own.</summary>
    internal Thread Follow(Stream source)
    {
        var reader = new Thread(() => ReadToEnd(source)) { IsBackground = true, Name = "serial port" };
        reader.Start();
        return reader;
    }

    /// <summary>Adds bytes that the guest wrote.</summary>
    internal void Append(ReadOnlySpan<byte> bytes)
    {
        Span<char> characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        lock (_gate)
        {
            int count = _decoder.GetChars(bytes, characters, flush: false);
            _text.Append(characters[..count]);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Says that no more will come.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void ReadToEnd(Stream source)
    {
        byte[] buffer = new byte[4096];
        try
        {
            int count;
            while ((count = source.Read(buffer)) > 0)
            {
                Append(buffer.AsSpan(0, count));
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // The machine was taken away while we read: what came before stays valid.
        }
        Close();
    }

    [GeneratedRegex(@"\x1B\[[0-9;?]*[A-Za-z]|\r")]
    private static partial Regex EscapeSequence();
}
