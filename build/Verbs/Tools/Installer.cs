using System;
using System.Collections.Generic;
using System.Linq;

namespace Verbs.Tools;

/// <summary>Looks for tools and installs what is missing, where this user may.</summary>
public static class Installer
{
    /// <summary>
    /// Returns when everything for <paramref name="purpose"/> is here. Costs a few file look-ups where it is.
    /// </summary>
    /// <exception cref="VerbException">Something is missing and cannot be installed; says what to run.</exception>
    public static void Ensure(Purpose purpose)
    {
        HostFiles host = HostFiles.Current();
        IReadOnlyList<Tool> missing = Toolbox.Missing(purpose, host);
        if (missing.Count == 0)
        {
            return;
        }
        Authority authority = FindAuthority(host);
        IReadOnlyList<IReadOnlyList<string>> commands = InstallPlan.Commands(missing, authority);
        if (commands.Count == 0)
        {
            throw InstallPlan.Refusal(missing, authority);
        }
        Say(missing);
        Install(commands, missing, host);
    }

    private static void Say(IReadOnlyList<Tool> missing)
    {
        Console.Error.WriteLine("Missing on this host, installing by apt-get:");
        foreach (Tool tool in missing)
        {
            Console.Error.WriteLine($"  {tool.Package,-20} {tool.Name}: {tool.Why}");
        }
    }

    private static void Install(
        IReadOnlyList<IReadOnlyList<string>> commands, IReadOnlyList<Tool> missing, HostFiles host)
    {
        foreach (IReadOnlyList<string> command in commands)
        {
            Console.Error.WriteLine($"> {string.Join(' ', command)}");
            // The standard output is the verb's own, for those that a program reads.
            int code = HostCommand.Run("sh", ["-c", "exec \"$@\" >&2", "sh", .. command]);
            if (code != 0)
            {
                throw new VerbException(
                    $"apt-get failed with code {code}", $"see its words above; as root, run {InstallPlan.Typed(missing)}");
            }
        }
        IReadOnlyList<Tool> still = [.. missing.Where(tool => !tool.IsHere(host))];
        if (still.Count > 0)
        {
            throw InstallPlan.Refusal(still, Authority.NoApt);
        }
    }

    private static Authority FindAuthority(HostFiles host)
    {
        if (host.Find("apt-get") is null)
        {
            return Authority.NoApt;
        }
        if (Environment.IsPrivilegedProcess)
        {
            return Authority.Root;
        }
        if (host.Find("sudo") is null)
        {
            return Authority.None;
        }
        if (HostCommand.Capture("sudo", ["-n", "true"]).ExitCode == 0)
        {
            return Authority.SilentSudo;
        }
        return Console.IsInputRedirected ? Authority.None : Authority.AskingSudo;
    }
}
