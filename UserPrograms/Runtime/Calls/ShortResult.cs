using System.Runtime.InteropServices;

namespace UserPrograms;

/// <summary>What the call for short messages returns in RAX and RDX (System V ABI, 3.2.3).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct ShortResult
{
    /// <summary>The message's length, or an error below zero.</summary>
    internal readonly long Info;

    /// <summary>Who sent it.</summary>
    internal readonly ulong Sender;
}
