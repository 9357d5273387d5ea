using System;
using System.Collections.Generic;
using System.Linq;

namespace Verbs.Tools;

/// <summary>What this user may do on this host to install packages.</summary>
public enum Authority
{
    /// <summary>There is no apt-get: another distribution.</summary>
    NoApt,

    /// <summary>apt-get is here, but neither root nor sudo.</summary>
    None,

    /// <summary>We are root.</summary>
    Root,

    /// <summary>sudo works without a password.</summary>
    SilentSudo,

    /// <summary>sudo is here, and a terminal where it can ask for the password.</summary>
    AskingSudo,
}

/// <summary>How missing packages are installed on Debian and Ubuntu, and in which words one says so.</summary>
public static class InstallPlan
{
    private static readonly string[] s_update = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "update"];

    private static readonly string[] s_install =
        ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "install", "--yes", "--no-install-recommends"];

    /// <summary>The packages of some tools, each once.</summary>
    public static IReadOnlyList<string> Packages(IEnumerable<Tool> tools) =>
        [.. tools.Select(tool => tool.Package).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The commands to run, program first: the package lists, then the packages. Empty where
    /// <paramref name="authority"/> does not suffice.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Commands(IReadOnlyList<Tool> missing, Authority authority)
    {
        string[]? prefix = authority switch
        {
            Authority.Root => [],
            Authority.SilentSudo => ["sudo", "-n"],
            Authority.AskingSudo => ["sudo"],
            _ => null,
        };
        return prefix is null
            ? []
            : [[.. prefix, .. s_update], [.. prefix, .. s_install, .. Packages(missing)]];
    }

    /// <summary>What a person types to install the packages of some tools.</summary>
    public static string Typed(IEnumerable<Tool> tools) =>
        $"apt-get update && apt-get install --yes --no-install-recommends {string.Join(' ', Packages(tools))}";

    /// <summary>What a person must do where we cannot, in one line.</summary>
    public static VerbException Refusal(IReadOnlyList<Tool> missing, Authority authority)
    {
        string names = string.Join(", ", missing.Select(tool => tool.Name));
        return authority == Authority.NoApt
            ? new VerbException(
                $"missing on this host: {names}",
                $"install them (on Debian the packages are {string.Join(' ', Packages(missing))})")
            : new VerbException($"missing on this host: {names}", $"as root, run {Typed(missing)}");
    }
}
