using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Verbs.Usb;

/// <summary>A stick that is ours alone for as long as it is open.</summary>
public sealed class Stick : IDisposable
{
    // Linux, x86-64: include/uapi/asm-generic/fcntl.h and include/uapi/linux/fadvise.h.
    private const int ReadWrite = 2;
    private const int Exclusive = 0x80;
    private const int CloseOnExec = 0x80000;
    private const int DontNeed = 4;
    private const int BlockBytes = 1 << 20;

    private readonly string _path;
    private readonly SafeFileHandle _handle;

    private Stick(string path, SafeFileHandle handle)
    {
        _path = path;
        _handle = handle;
    }

    /// <summary>
    /// Opens a stick. On a block device <c>O_EXCL</c> fails where anything of it is mounted, in whatever name space,
    /// and keeps it from being mounted meanwhile (Linux, open(2)).
    /// </summary>
    /// <exception cref="VerbException">It is in use, or this user may not.</exception>
    public static Stick Open(string path, string mendWithoutPermission)
    {
        int descriptor = OpenFile(Encoding.UTF8.GetBytes(path + '\0'), ReadWrite | Exclusive | CloseOnExec);
        if (descriptor >= 0)
        {
            return new Stick(path, new SafeFileHandle(descriptor, ownsHandle: true));
        }
        const int NotPermitted = 1;
        const int AccessDenied = 13;
        const int Busy = 16;
        int error = Marshal.GetLastPInvokeError();
        throw error switch
        {
            Busy => new VerbException($"{path} is in use", "unmount it, and close the programs that use it"),
            AccessDenied or NotPermitted => new VerbException($"this user may not write to {path}", mendWithoutPermission),
            _ => new VerbException($"{path} cannot be opened", Marshal.GetPInvokeErrorMessage(error)),
        };
    }

    /// <summary>Writes an image from the first byte on and waits until the stick has it.</summary>
    /// <exception cref="VerbException">The stick failed.</exception>
    public void Write(Stream image) => OnStick(() =>
    {
        ForEachBlock(image, (block, offset) => RandomAccess.Write(_handle, block, offset));
        RandomAccess.FlushToDisk(_handle);
    });

    /// <summary>Reads the stick and compares it with an image; the offset of the first difference, or null.</summary>
    /// <exception cref="VerbException">The stick failed.</exception>
    public long? FirstDifference(Stream image)
    {
        long? difference = null;
        OnStick(() =>
        {
            // Otherwise the memory that we have just written from would answer for the stick.
            _ = AdviseFile(_handle, 0, 0, DontNeed);
            byte[] read = new byte[BlockBytes];
            ForEachBlock(image, (block, offset) =>
            {
                int equal = block.CommonPrefixLength(read.AsSpan(0, ReadFull(read.AsSpan(0, block.Length), offset)));
                difference ??= equal == block.Length ? null : offset + equal;
            });
        });
        return difference;
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private delegate void BlockAction(ReadOnlySpan<byte> block, long offset);

    private static void ForEachBlock(Stream image, BlockAction action)
    {
        byte[] block = new byte[BlockBytes];
        long offset = 0;
        int count;
        while ((count = image.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)) > 0)
        {
            action(block.AsSpan(0, count), offset);
            offset += count;
        }
    }

    private int ReadFull(Span<byte> buffer, long offset)
    {
        int total = 0;
        int count;
        while (total < buffer.Length && (count = RandomAccess.Read(_handle, buffer[total..], offset + total)) > 0)
        {
            total += count;
        }
        return total;
    }

    private void OnStick(Action action)
    {
        try
        {
            action();
        }
        catch (IOException failure)
        {
            throw new VerbException($"{_path} failed ({failure.Message})", "try another stick or another port");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFile(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int AdviseFile(SafeFileHandle file, long offset, long length, int advice);
}
