using System.Globalization;
using System.IO;

namespace Verbs.Usb;

/// <summary>What a path under <c>/dev</c> stands for.</summary>
/// <param name="IsBlockDevice">Whether it is a block device; else the numbers mean nothing.</param>
/// <param name="Major">The driver's number.</param>
/// <param name="Minor">The device's number with that driver.</param>
public readonly record struct DeviceNode(bool IsBlockDevice, int Major, int Minor)
{
    /// <summary>The numbers as the kernel's files write them, such as <c>8:16</c>.</summary>
    public string Numbers => $"{Major}:{Minor}";

    /// <summary>Looks at a path, through symbolic links; null where there is nothing.</summary>
    public static DeviceNode? Of(string path)
    {
        if (!Path.Exists(path))
        {
            return null;
        }
        // stat(1) prints the numbers in hexadecimal.
        (int code, string output) = HostCommand.Capture("stat", ["-L", "-c", "%F|%t|%T", path]);
        string[] fields = output.Trim().Split('|');
        return code == 0 && fields is ["block special file", var major, var minor]
            ? new DeviceNode(true, Hexadecimal(major), Hexadecimal(minor))
            : new DeviceNode(false, 0, 0);
    }

    private static int Hexadecimal(string text) =>
        int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
