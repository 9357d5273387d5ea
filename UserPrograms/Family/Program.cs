// A tree of tasks: each forks two children, down to the fourth generation, and says how many descendants it has.
const int Generations = 4;

int members = Grow(1);
Console.WriteLine($"family: {members} tasks in {Generations} generations");
return members == (1 << Generations) - 1 ? 0 : 1;

static int Grow(int generation)
{
    if (generation == Generations)
    {
        return 1;
    }

    int members = 1;
    for (int i = 0; i < 2; i++)
    {
        Call.Fork(out _, out bool isChild).OrFail("fork");
        if (isChild)
        {
            Environment.Exit(Grow(generation + 1));
        }
    }

    for (int i = 0; i < 2; i++)
    {
        Call.Wait(Handle.None, out _, out ExitStatus status).OrFail("wait");
        members += status.Code;
    }

    return members;
}
