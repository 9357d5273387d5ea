// Kills each party of a path of calls at each instruction of it. Arguments: the path (Party.cs); every how many
// instructions, 1 unless given; or "dearth", to let memory run out behind each call instead. Only the kernel of
// Tests/AuditImage can do this. Those that it starts itself: a path's first task, and a program that ends at once.
if (Call.Count(Counter.Tasks) != 1)
{
    return args.Length == 1 ? Party.Play(args[0]) : 0;
}

if (!Steps.AreThere || args.Length == 0)
{
    Console.WriteLine("kills: this takes the kernel of Tests/AuditImage, and the name of a path"u8);
    return 1;
}

bool isRight = args.Length > 1 && args[1] == "dearth"
    ? new Dearth(args[0]).Bear()
    : new Toll(args[0], Arguments.Number(args, 1, 1)).Take();
return isRight ? 0 : 1;
