using System.Runtime.InteropServices;

namespace Kernel.Abi;

/// <summary>What a program is started with, as it lies in the caller's memory: 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct SpawnOptions
{
    /// <summary>
    /// The most frames of 4 KiB that the new task and its own children may be charged; they are taken from the
    /// caller's quota. 0: half of what the caller has left.
    /// </summary>
    public ulong Frames;

    /// <summary>The most tasks that it may have at once, itself included. 0: half of what the caller has left.</summary>
    public uint Tasks;

    /// <summary>
    /// Its priority, from 0, the lowest, to 7; at most the caller's. Add 1: 0 stands for the caller's own.
    /// </summary>
    public uint PriorityPlusOne;

    /// <summary>Handles of the caller's that it gets, from the second of its own on; the first is its parent's.</summary>
    public HandleGift Gift0;

    /// <summary>The second one.</summary>
    public HandleGift Gift1;

    /// <summary>The third one.</summary>
    public HandleGift Gift2;

    /// <summary>The fourth one.</summary>
    public HandleGift Gift3;

    /// <summary>Zero.</summary>
    public ulong Reserved;
}
