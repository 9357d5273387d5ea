using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Console;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// What the processor does with random entries: every kind of access to each path, with every combination of CR0.WP,
/// CR4.SMEP and CR4.SMAP. It tells a sum of each batch; or, where <c>batch=</c> names one, every path's answers.
/// </summary>
internal unsafe struct Walks
{
    private const int RootIndex = 200;
    private const ulong Meant = 1 << 18 | 2;
    private const ulong Plain = 2;
    private const ulong Batches = 250;

    // INT 80H, and six bytes that tell the word from others.
    private const ulong Word = 0x1357_9BDF_2468_80CD;

    private Tables _tables;
    private Tables _slots;
    private ulong _page;
    private ulong _address;

    /// <summary>Tries them all.</summary>
    internal static void Try()
    {
        AddressSpace space = Scene.NewSpace();
        RingThree.MapPrograms(ref space);
        State.Memory.Activate(ref space);
        Walks walks = default;
        walks.Take(space.Root);
        WalkGates gates = default;
        gates.Open();
        if (TryGetBatch(out ulong batch))
        {
            walks.Batch(batch, isTold: true);
        }

        for (batch = 0; batch < Batches && !TryGetBatch(out _); batch++)
        {
            ulong sum = walks.Batch(batch, isTold: false);
            Log.Info($"walks {batch} {sum:x16}");
        }

        gates.Close();
        Log.Info($"walks end");
    }

    private static bool TryGetBatch(out ulong batch)
    {
        batch = 0;
        bool isNamed = State.Boot.CommandLine.TryGet("batch"u8, out ReadOnlySpan<byte> digits);
        foreach (byte digit in digits)
        {
            batch = (batch * 10) + digit - '0';
        }

        return isNamed;
    }

    // The address has the lowest bits of the page's own, so that a large page that holds it shows it there.
    private void Take(Frame root)
    {
        const ulong inLargest = (1UL << 30) - 1;
        _tables[RandomPath.Levels] = root.Address.Value;
        for (int level = 0; level < RandomPath.Levels; level++)
        {
            Scene.Insist(State.Memory.Frames.TryTakeZeroed(FrameUse.Page, out Frame frame));
            _tables[level] = frame.Address.Value;
        }

        _page = _tables[0];
        *(ulong*)KernelLayout.InDirectMap(new PhysAddr(_page)).Value = Word;
        _address = (ulong)RootIndex << 39 | (_page & inLargest);
        for (int level = 1; level <= RandomPath.Levels; level++)
        {
            ulong index = _address >> (12 + ((level - 1) * 9)) & 511;
            _slots[level] = KernelLayout.InDirectMap(new PhysAddr(_tables[level])).Value + (index * sizeof(ulong));
        }
    }

    private ulong Batch(ulong batch, bool isTold)
    {
        WalkControls before = WalkControls.Now;
        before.With(batch).Use();
        var path = new RandomPath(WalkedAccess.SeedOf(batch));
        ulong sum = 0;
        for (int i = 0; i < WalkedAccess.PathsInBatch; i++)
        {
            ulong answers = Answers(ref path);
            sum = WalkedAccess.Add(sum, answers);
            if (isTold)
            {
                Log.Info($"walk {i} {answers:x16}");
            }
        }

        before.Use();
        return sum;
    }

    // Each access finds the entries as they were made, without the processor's marks.
    private ulong Answers(ref RandomPath path)
    {
        Tables entries = default;
        for (int level = RandomPath.Levels; level > 0; level--)
        {
            entries[level] = path.Next(level, _tables[level - 1], _page);
        }

        ulong answers = 0;
        for (int access = 0; access < WalkedAccess.Count; access++)
        {
            for (int level = RandomPath.Levels; level > 0; level--)
            {
                *(ulong*)_slots[level] = entries[level];
            }

            Cpu.InvalidatePage(_address);
            answers |= Answer(access) << (8 * access);
        }

        return answers;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly ulong Answer(int access)
    {
        // Traps out of ring 3 begin below all that this stack holds.
        const ulong room = 1024;
        ulong top = State.Segments.TrapStack;
        State.Segments.TrapStack = ((ulong)&top - room) & ~15UL;
        int kind = WalkedAccess.KindOf(access);
        ulong program = WalkedAccess.IsUser(access) ? RingThree.At(ProgramFor(kind)).Value : 0;
        ulong flags = WalkedAccess.IsMeant(access) ? Meant : Plain;
        ulong answer = Access(_address, Word, (ulong)kind, program, flags);
        State.Segments.TrapStack = top;
        return answer;
    }

    private static RingThreeProgram ProgramFor(int kind) =>
        kind == 0 ? RingThreeProgram.Read : kind == 1 ? RingThreeProgram.Write : RingThreeProgram.Execute;

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("walk_access")]
    private static extern ulong Access(ulong address, ulong word, ulong kind, ulong program, ulong flags);

    // By level; 0 is the page.
    [InlineArray(RandomPath.Levels + 1)]
    private struct Tables
    {
        private ulong _first;
    }
}
