namespace UserPrograms;

/// <summary>What each group's cases do.</summary>
internal static class Cases
{
    /// <summary>Runs a group's cases; how many failed.</summary>
    internal static int Run(CaseGroup group)
    {
        int failed = 0;
        foreach (string what in group.What)
        {
            foreach (string how in group.How)
            {
                failed += Run(group.Key, what, how);
            }
        }

        return failed;
    }

    private static int Run(string key, string what, string how) =>
        key == "planted" ? PlantedCases.Run(what, how)
        : Runner.Run(CaseGroup.NameOf(what, how), () => Do(key, what, how)) ? 0 : 1;

    private static void Do(string key, string what, string how)
    {
        switch (key)
        {
            case "buffers":
                BufferCases.Do(what, how);
                break;
            case "registers":
                RegisterCases.Do(what, how);
                break;
            case "handles":
                HandleCases.Do(what, how);
                break;
            case "senders":
                SenderCases.Do(what, how);
                break;
            case "messages":
                MessageCases.Do(how);
                break;
            case "kills":
                KillCases.Do(how);
                break;
            case "limits":
                LimitCases.Do(how);
                break;
            case "isolation":
                IsolationCases.Do(what, how);
                break;
            case "secrets":
                SecretCases.Do(how, rounds: 1000);
                break;
            case "manysecrets":
                SecretCases.Do(how, rounds: 130_000);
                break;
            case "memory":
                ShortageCases.Do(how);
                break;
            case "sleep":
                SleepCases.Do(how);
                break;
            case "numbers":
                NumberCases.Do(what, how);
                break;
            default:
                throw new ArgumentException("there is no group of this name: " + key);
        }
    }
}
