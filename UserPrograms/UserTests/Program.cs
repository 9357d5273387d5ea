// Every rule of the system calls, tried from ring 3: a result of each case on the console, and how many failed as the
// exit code. Arguments: the groups to run (CaseNames.cs); all of them where there are none. With the argument "end" it
// ends, with "answer" it answers one message, and with "try" it tries something: cases start it so.
if (args.Length == 1 && args[0] == "end")
{
    return 0;
}

if (args.Length == 1 && args[0] == Urgency.Argument)
{
    Urgency.Answer();
    return 0;
}

if (args.Length == 2 && args[0] == Tries.Argument)
{
    Trier.Run(args[1]);
    return 0;
}

WarmUp();
int failed = 0;
int run = 0;
RunAll(CaseNames.All, isAsked: args.Length == 0);
RunAll(CaseNames.Many, isAsked: false);
RunAll(CaseNames.Shortage, isAsked: false);
RunAll(CaseNames.Planted, isAsked: false);
Console.WriteLine($"usertests: {run} cases, {failed} failed");
return failed == 0 ? 0 : 1;

void RunAll(CaseGroup[][] all, bool isAsked)
{
    foreach (CaseGroup[] groups in all)
    {
        foreach (CaseGroup group in groups)
        {
            if (isAsked || IsWanted(group.Key))
            {
                failed += Cases.Run(group);
                run += group.What.Length * group.How.Length;
            }
        }
    }
}

bool IsWanted(string key)
{
    foreach (string wanted in args)
    {
        if (wanted == key)
        {
            return true;
        }
    }

    return false;
}

// What is written for the first time is copied from the program's image, and stays: that is done before anybody counts.
static void WarmUp()
{
    for (int i = 0; i < 2; i++)
    {
        Runner.Run("warm-up", static () => { });
    }
}
