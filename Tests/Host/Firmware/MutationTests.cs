using System.Collections.Generic;
using FsCheck;
using FsCheck.Fluent;
using Kernel.Firmware;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

/// <summary>
/// Damaged structures give an error or sound information: never an exception (which on the kernel is a panic without
/// words), and never a byte from outside the simulated machine's memory, which ends where the structure ends.
/// </summary>
public sealed class MutationTests
{
    private const int Tries = 25_000;

    [Fact]
    public void DamagedMultiboot2InformationIsRefusedOrSound()
    {
        Gen<byte[]> blobs =
            from order in TagOrders
            from mutations in Mutations
            select Damage(Reordered(order).Build(), mutations);

        CheckAll(blobs, static blob => Decoded.Multiboot2(blob), leastFaults: 24);
    }

    [Fact]
    public void DamagedPvhInformationIsRefusedOrSound()
    {
        Gen<byte[]> pages =
            from inFields in Mutations
            from anywhere in Mutations
            select Damage(Damage(new PvhBuilder().Build(), InUsedBytes(inFields)), anywhere);

        CheckAll(pages, static page => Decoded.Pvh(page), leastFaults: 16);
    }

    private static Gen<Mutation[]> Mutations =>
        Gen.Choose(0, 3).SelectMany(static count => Mutation.Any.ArrayOf(count));

    // Each number picks one of the tags that are there: some come twice, some not at all, now and then behind the end.
    private static Gen<int[]?> TagOrders => Gen.Frequency(
        (2, Gen.Constant<int[]?>(null)),
        (1, Gen.Choose(0, 8).ArrayOf(10).Select(static order => (int[]?)order)));

    private static Multiboot2Builder Reordered(int[]? order)
    {
        var builder = Multiboot2Builder.Pc();
        if (order is null)
        {
            return builder;
        }

        Tag[] tags = [.. builder.Tags];
        builder.Tags.Clear();
        foreach (int pick in order)
        {
            builder.Tags.Add(tags[pick % tags.Length]);
        }

        builder.Tags.Add(tags[^1]);
        return builder;
    }

    // Most of the page is padding: let every second mutation hit what is used.
    private static Mutation[] InUsedBytes(Mutation[] mutations)
    {
        int[] starts = [0, 0x100, 0x400, 0x800];
        int[] lengths = [56, 32, 6 * 24, 36];
        for (int i = 0; i < mutations.Length; i++)
        {
            int part = mutations[i].Place % starts.Length;
            mutations[i] = mutations[i] with { Place = starts[part] + (mutations[i].Place / 4 % lengths[part]) };
        }

        return mutations;
    }

    private static byte[] Damage(byte[] bytes, Mutation[] mutations)
    {
        foreach (Mutation mutation in mutations)
        {
            bytes = mutation.Apply(bytes);
        }

        return bytes;
    }

    private static void CheckAll(Gen<byte[]> structures, System.Func<byte[], Decoded> decode, int leastFaults)
    {
        Dictionary<BootFault, int> seen = [];
        Property property = Prop.ForAll(structures.ToArbitrary(), structure =>
        {
            Decoded decoded = decode(structure);
            seen[decoded.Error.Fault] = seen.GetValueOrDefault(decoded.Error.Fault) + 1;
            if (!decoded.Error.IsError)
            {
                Soundness.Check(in decoded.Info);
            }
        });

        Fuzz.Run(property, Tries);

        // The damage must be neither so slight nor so rough that only one path was tried.
        Assert.InRange(seen[BootFault.None], Tries / 20, Tries * 19 / 20);
        Assert.True(seen.Count > leastFaults, string.Join(", ", seen));
    }
}
