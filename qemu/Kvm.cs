using System;
using System.IO;

namespace Machines;

/// <summary>Linux's KVM on this host.</summary>
public static class Kvm
{
    private const string Device = "/dev/kvm";

    /// <summary>Whether this user may open it, which is what QEMU will try.</summary>
    public static bool IsUsable()
    {
        try
        {
            using var _ = File.Open(Device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
