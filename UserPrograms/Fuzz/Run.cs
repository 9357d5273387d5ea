namespace UserPrograms;

/// <summary>What a run follows from, and its log.</summary>
internal sealed class Run
{
    private readonly bool _isTold;

    /// <summary>A run of a seed.</summary>
    internal Run(ulong seed, bool isTold)
    {
        Seed = seed;
        _isTold = isTold;
    }

    /// <summary>What everything follows from.</summary>
    internal ulong Seed { get; }

    /// <summary>The number of the round: a number of workers that begin and end together.</summary>
    internal ulong Round { get; set; }

    /// <summary>What the dice of the round follow from.</summary>
    internal ulong Part => Dice.Mix(Seed) ^ Round;

    /// <summary>
    /// Whether tasks that come later wait for messages, too, and forget handles that went bad: then many messages come
    /// and go, and each task makes few calls until it waits.
    /// </summary>
    internal bool IsTalkative => Dice.Mix(Part) % 8 == 0;

    /// <summary>Says which call comes, where that was asked for.</summary>
    internal void Tell(ulong task, int call, in CallFrame frame)
    {
        if (_isTold)
        {
            Write("fuzz: ", task, call);
            WriteRegisters(in frame);
        }
    }

    /// <summary>Says what came of it, where that was asked for: nothing comes of a call that ends the task.</summary>
    internal void TellResult(ulong task, int call, in CallFrame frame)
    {
        if (_isTold)
        {
            Write("fuzz: ", task, call);
            Console.Write(" gave");
            WriteRegisters(in frame);
        }
    }

    /// <summary>Says what is wrong, with the registers before and after.</summary>
    internal void Complain(ulong task, int call, string wrong, in CallFrame asked, in CallFrame given)
    {
        Write("fuzz: failed: ", task, call);
        Console.WriteLine($": {wrong}");
        WriteRegisters(in asked);
        WriteRegisters(in given);
    }

    /// <summary>Says what is wrong with the whole.</summary>
    internal void Complain(string wrong, ulong before, ulong now) =>
        Console.WriteLine($"fuzz: failed: seed {Seed} round {Round}: {wrong}: {before}, then {now}");

    private void Write(string start, ulong task, int call) =>
        Console.Write($"{start}seed {Seed} round {Round} task {task:x} call {call}");

    private static void WriteRegisters(in CallFrame frame) => Console.WriteLine(
        $": rax {frame.Rax:x} rdi {frame.Rdi:x} rsi {frame.Rsi:x} rdx {frame.Rdx:x} r10 {frame.R10:x}"
        + $" r8 {frame.R8:x} r9 {frame.R9:x} rbx {frame.Rbx:x} lost {frame.Lost:x} left {frame.Left:x}");
}
