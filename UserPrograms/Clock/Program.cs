// A clock that sleeps from one step to the next. Arguments: how many steps, and how many milliseconds each takes; three
// of 100 unless given.
const ulong Millisecond = 1_000_000;

ulong steps = Arguments.Number(args, 0, 3);
ulong length = Arguments.Number(args, 1, 100) * Millisecond;
ulong start = Call.Count(Counter.Nanoseconds);
for (ulong step = 1; step <= steps; step++)
{
    Call.Sleep(length).OrFail("sleep");
    ulong passed = Call.Count(Counter.Nanoseconds) - start;
    Console.WriteLine($"clock: step {step} after {passed / Millisecond} ms");
    if (passed < step * length)
    {
        Environment.FailFast("woken too early");
    }
}

Console.WriteLine($"clock: {steps} steps of {length / Millisecond} ms, none too short");
return 0;
