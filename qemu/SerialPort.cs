using System.Collections.Generic;

namespace Machines;

/// <summary>Where the guest's first serial port goes.</summary>
public static class SerialPort
{
    /// <summary>
    /// To the terminal, shared with QEMU's monitor: <c>Ctrl-a c</c> switches between them, <c>Ctrl-a x</c> leaves, and
    /// so does Ctrl-C (<c>signal=on</c>; QEMU's own <c>mon:stdio</c> would give it to the guest).
    /// </summary>
    /// <param name="log">A file on the host, made anew, that gets all that the guest writes.</param>
    public static IReadOnlyList<string> OnTerminal(string log) =>
    [
        "-chardev", $"stdio,id=com1,mux=on,signal=on,logfile={QemuArguments.Escape(log)},logappend=off",
        "-serial", "chardev:com1", "-mon", "chardev=com1",
    ];

    /// <summary>To the standard output and from the standard input of QEMU, both pipes of ours.</summary>
    public static IReadOnlyList<string> OnPipes { get; } =
        ["-chardev", "stdio,id=com1,signal=off", "-serial", "chardev:com1"];

    /// <summary>To a file on the host, made anew.</summary>
    public static IReadOnlyList<string> InFile(string path) =>
        ["-chardev", $"file,id=com1,path={QemuArguments.Escape(path)}", "-serial", "chardev:com1"];
}
