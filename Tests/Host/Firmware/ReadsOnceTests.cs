using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

/// <summary>
/// While the kernel decodes, something else writes: a value that was checked and then read again would be another.
/// </summary>
public sealed class ReadsOnceTests
{
    private const int LeastOfEach = 200;
    private const int FlickersOfEach = 2000;

    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(20);

    [Fact]
    public void AMultiboot2BlobThatChangesMeanwhileIsRefusedOrSound()
    {
        byte[] blob = Multiboot2Builder.Pc().Build();
        int[] places = [.. Enumerable.Range(0, blob.Length)];
        CheckWhileWriting(BootProtocol.Multiboot2, Multiboot2Builder.Address, blob, places);
    }

    [Fact]
    public void APvhPageThatChangesMeanwhileIsRefusedOrSound() => CheckWhileWriting(
        BootProtocol.Pvh,
        PvhBuilder.Address,
        new PvhBuilder().Build(),
        [.. Enumerable.Range(0, 56), .. Enumerable.Range(0x100, 32), .. Enumerable.Range(0x400, 6 * 24)]);

    private static void CheckWhileWriting(BootProtocol protocol, ulong address, byte[] memory, int[] places)
    {
        byte[] original = [.. memory];
        using var stop = new CancellationTokenSource();
        var writer = new Thread(() => Toggle(memory, original, places, stop.Token));
        SimMachine.Reset().AddMemory(address, memory);
        BootInfo info = default;
        int sound = 0;
        int refused = 0;
        writer.Start();
        try
        {
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < (Math.Min(sound, refused) < LeastOfEach ? s_most : s_least))
            {
                if (BootInfo.Decode(protocol, new PhysAddr(address), ref info).IsError)
                {
                    refused++;
                    continue;
                }

                Soundness.Check(in info);
                sound++;
            }
        }
        finally
        {
            stop.Cancel();
            writer.Join();
        }

        Assert.True(Math.Min(sound, refused) >= LeastOfEach, $"{sound} sound, {refused} refused: no writer took part");
    }

    // Each byte in turn flickers between right and wrong, so fast that two reads of it seldom agree.
    private static void Toggle(byte[] memory, byte[] original, int[] places, CancellationToken stop)
    {
        for (int i = 0; !stop.IsCancellationRequested; i = (i + 1) % places.Length)
        {
            ref byte place = ref memory[places[i]];
            byte right = original[places[i]];
            for (int flicker = 0; flicker < FlickersOfEach; flicker++)
            {
                Volatile.Write(ref place, (byte)(right ^ 0xFF));
                Volatile.Write(ref place, right);
            }
        }
    }
}
