// What calls and messages cost, stubs included: a line "figure NAME VALUE" for each, in ticks of the time-stamp counter,
// which in QEMU with -icount shift=0 are instructions. Arguments: which group; the quick ones where none is given.
ulong start = TimeStamp.Now;
string group = args.Length == 0 ? "calls" : args[0];
switch (group)
{
    case "calls":
        Meter.Report("boot-to-program", start - Call.Count(Counter.EntryStamp));
        CallFigures.Measure();
        break;
    case "messages":
        MessageFigures.Measure();
        break;
    case "pages":
        PageFigures.Measure();
        break;
    case "forks":
        ForkFigures.Measure();
        break;
    case "tasks":
        TaskFigures.Measure();
        break;
    case "grove":
        Grove.Plant(Number(args[1]));
        break;
    default:
        Console.WriteLine($"bench: there is no group {group}: calls, messages, pages, forks or tasks");
        return 1;
}

return 0;

static ulong Number(string text)
{
    ulong number = 0;
    for (int i = 0; i < text.Length; i++)
    {
        number = (number * 10) + text[i] - '0';
    }

    return number;
}
