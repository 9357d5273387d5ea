// The same, very often: messages there and back, and tasks that are forked and end. Arguments: how many of each, a
// million and 100,000 unless given. Afterwards frames and tasks have to be exactly what they were, and it says how long
// it took.
const ulong UsualTrips = 1_000_000;
const ulong UsualForks = 100_000;

ulong trips = Arguments.Number(args, 0, UsualTrips);
ulong forks = Arguments.Number(args, 1, UsualForks);
Soak.Prepare();
bool isRight = Measure("round trips", trips, Soak.Trips) & Measure("forks", forks, Soak.Forks);
return isRight ? 0 : 1;

static bool Measure(string what, ulong howMany, Func<ulong, ulong> work)
{
    // What is touched for the first time stays: that is not counted.
    const ulong warmUp = 100;
    ulong wrong = work(warmUp);
    ulong frames = Call.Count(Counter.FreeFrames);
    ulong tasks = Call.Count(Counter.Tasks);
    ulong ticks = Call.Count(Counter.Ticks);
    wrong += work(howMany);
    ulong taken = Call.Count(Counter.Ticks) - ticks;
    ulong framesNow = Call.Count(Counter.FreeFrames);
    ulong tasksNow = Call.Count(Counter.Tasks);
    bool isRight = wrong == 0 && framesNow == frames && tasksNow == tasks;
    Console.WriteLine($"soak: {howMany} {what}: {(isRight ? "passed" : "failed")}, {wrong} wrong, {taken} ticks");
    Console.WriteLine($"soak: free frames {frames}, then {framesNow}; tasks {tasks}, then {tasksNow}");
    return isRight;
}
