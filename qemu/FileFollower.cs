using System;
using System.IO;
using System.Threading;

namespace Machines;

/// <summary>Feeds a file that another process still writes into a <see cref="SerialLog"/>.</summary>
internal sealed class FileFollower
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(30);

    private readonly string _file;
    private readonly SerialLog _log;
    private readonly Func<bool> _hasEnded;
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private long _position;

    public FileFollower(string file, SerialLog log, Func<bool> hasEnded)
    {
        _file = file;
        _log = log;
        _hasEnded = hasEnded;
        log.CatchUp = () => Take();
        _thread = new Thread(Follow) { IsBackground = true, Name = "serial file" };
        _thread.Start();
    }

    /// <summary>Waits until the writer has ended and its last bytes are in the log.</summary>
    public void WaitForEnd() => _thread.Join();

    private void Follow()
    {
        bool ended;
        do
        {
            // Asked before reading: what is written before the end is then read after it.
            ended = _hasEnded();
            if (!Take() && !ended)
            {
                Thread.Sleep(s_pause);
            }
        }
        while (!ended);
        _log.Close();
    }

    private bool Take()
    {
        lock (_gate)
        {
            if (!File.Exists(_file))
            {
                return false;
            }
            using var stream = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            stream.Position = _position;
            byte[] buffer = new byte[4096];
            long before = _position;
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                _log.Append(buffer.AsSpan(0, count));
                _position += count;
            }
            return _position != before;
        }
    }
}
