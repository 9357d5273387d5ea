// Calls of the kernel that follow from a seed: good ones, nearly good ones and hostile ones, by several tasks at once.
// Arguments: the seed, 1 unless given; how many calls there have to be, 100,000 unless given; the first round, 0 unless
// given; and "tell", for what each call is given and gives. Afterwards, and after each round, frames and tasks have to
// be exactly what they were. Those that it starts itself end at once.
const ulong UsualSeed = 1;
const ulong UsualCalls = 100_000;
const ulong WarmUps = 2;

if (Call.Count(Counter.Tasks) != 1)
{
    return 0;
}

var run = new Run(Arguments.Number(args, 0, UsualSeed), args.Length > 3);
ulong calls = Arguments.Number(args, 1, UsualCalls);
ulong first = Arguments.Number(args, 2, 0);
Console.WriteLine($"fuzz: seed {run.Seed}, {calls} calls, from round {first} on");
Call.Spawn("fuzz"u8, default, out Handle image).OrFail("spawn");
Call.Wait(image, out _, out _).OrFail("wait");

// What is written for the first time stays: rounds that nobody judges come first.
ulong frames = 0;
ulong tasks = 0;
ulong done = 0;
ulong failed = 0;
ulong round = 0;
for (; done < calls && failed == 0; round++)
{
    if (round == WarmUps)
    {
        frames = Call.Count(Counter.FreeFrames);
        tasks = Call.Count(Counter.Tasks);
        done = 0;
    }

    run.Round = first + round;
    ExitStatus status = Have();
    done += (ulong)(status.Code & ~Endings.Failed);
    failed += status.Cause != EndCause.Exited || (status.Code & Endings.Failed) != 0 ? 1UL : 0;
    if (round >= WarmUps)
    {
        failed += Compare("tasks", tasks, Call.Count(Counter.Tasks));
        failed += Compare("free frames", frames, Call.Count(Counter.FreeFrames));
    }
}

ulong framesNow = Call.Count(Counter.FreeFrames);
Console.WriteLine($"fuzz: free frames {frames}, then {framesNow}; tasks {tasks}, then {Call.Count(Counter.Tasks)}");
Console.WriteLine($"fuzz: seed {run.Seed}: {done} calls, {round} rounds, {failed} failed");
return failed == 0 ? 0 : 1;

// One round, until all its tasks have ended, those of unknown parents too.
ExitStatus Have()
{
    const int patience = 100;
    ulong before = Call.Count(Counter.Tasks);
    Call.Fork(out Handle master, out bool isChild).OrFail("fork");
    if (isChild)
    {
        Environment.Exit(Master.Have(run, master));
    }

    Call.Wait(master, out _, out ExitStatus status).OrFail("wait");
    for (int i = 0; i < patience && Call.Count(Counter.Tasks) != before; i++)
    {
        Call.Sleep(Limits.Tick).OrFail("sleep");
    }

    return status;
}

ulong Compare(string what, ulong before, ulong now)
{
    if (before != now)
    {
        run.Complain(what, before, now);
        return 1;
    }

    return 0;
}
