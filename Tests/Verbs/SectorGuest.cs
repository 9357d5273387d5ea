using System;
using System.IO;
using System.Text;
using Machines;

namespace Verbs.Tests;

/// <summary>
/// The smallest guest: one boot sector that writes a text to COM1 and, if told to, a byte to port 0xF4.
/// </summary>
internal sealed class SectorGuest : IDisposable
{
    // Firmware counts a disk in cylinders of 504 KiB and wants at least one.
    private const int ImageBytes = 4 * 1024 * 1024;
    private const int SignatureOffset = 510;

    private readonly string _folder = Directory.CreateTempSubdirectory("guest-").FullName;

    /// <summary>
    /// A guest that writes <paramref name="text"/>, then <paramref name="verdict"/> (none where 0), and halts.
    /// </summary>
    public SectorGuest(string text, byte verdict)
    {
        byte[] image = new byte[ImageBytes];
        Code.CopyTo(image);
        image[Code.Length] = verdict;
        Encoding.ASCII.GetBytes(text, image.AsSpan(Code.Length + 1, SignatureOffset - Code.Length - 2));
        image[SignatureOffset] = 0x55;
        image[SignatureOffset + 1] = 0xAA;
        File.WriteAllBytes(Disk, image);
    }

    /// <summary>The image of a hard disk that boots it.</summary>
    public string Disk => Path.Combine(_folder, "disk, with a comma.img");

    /// <summary>A machine with that disk.</summary>
    public MachineSpec Spec => new()
    {
        Image = Disk,
        Medium = Medium.IdeDisk,
        Chipset = Chipset.Pc,
        Memory = MemorySize.FromMebibytes(16),
    };

    /// <summary>An ISO that boots it as a CD without emulation (El Torito).</summary>
    public string MakeIso()
    {
        string tree = Directory.CreateDirectory(Path.Combine(_folder, "tree")).FullName;
        File.Copy(Disk, Path.Combine(tree, "boot.bin"));
        string iso = Path.Combine(_folder, "guest.iso");
        (int code, string output) = HostCommand.Capture(
            "xorriso",
            ["-as", "mkisofs", "-quiet", "-b", "boot.bin", "-no-emul-boot", "-boot-load-size", "4", "-o", iso, tree]);
        return code == 0 ? iso : throw new InvalidOperationException(output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Loaded at 0000:7C00 in real mode. A byte is written when bit 5 of the line status register says "empty".
    private static ReadOnlySpan<byte> Code =>
    [
        0xFA,                   //  00  cli
        0xFC,                   //  01  cld
        0x31, 0xC0,             //  02  xor ax, ax
        0x8E, 0xD8,             //  04  mov ds, ax
        0xBA, 0xFB, 0x03,       //  06  mov dx, 3FBh
        0xB0, 0x03,             //  09  mov al, 3           eight data bits
        0xEE,                   //  0B  out dx, al
        0xBE, 0x33, 0x7C,       //  0C  mov si, 7C33h       the text, behind code and verdict
        0xAC,                   //  0F  next: lodsb
        0x84, 0xC0,             //  10  test al, al
        0x74, 0x12,             //  12  jz printed
        0x88, 0xC4,             //  14  mov ah, al
        0xBA, 0xFD, 0x03,       //  16  mov dx, 3FDh
        0xEC,                   //  19  poll: in al, dx
        0xA8, 0x20,             //  1A  test al, 20h
        0x74, 0xFB,             //  1C  jz poll
        0x88, 0xE0,             //  1E  mov al, ah
        0xBA, 0xF8, 0x03,       //  20  mov dx, 3F8h
        0xEE,                   //  23  out dx, al
        0xEB, 0xE9,             //  24  jmp next
        0xA0, 0x32, 0x7C,       //  26  printed: mov al, [7C32h]    the verdict
        0x84, 0xC0,             //  29  test al, al
        0x74, 0x02,             //  2B  jz stop
        0xE6, 0xF4,             //  2D  out 0F4h, al
        0xF4,                   //  2F  stop: hlt
        0xEB, 0xFD,             //  30  jmp stop
    ];
}
