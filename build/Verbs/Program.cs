using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using Machines;

namespace Verbs;

/// <summary>The one implementation behind <c>build.sh</c> and <c>build.ps1</c>.</summary>
public static class Program
{
    private const string TraceVariable = "KERNEL_VERBS_TRACE";

    /// <summary>Carries out the verb. 0 for success; 1 for a failure, told in one line on the standard error.</summary>
    public static int Main(string[] arguments) => Run(arguments, Console.Error);

    /// <summary>As <see cref="Main"/>, with the failure's line going to <paramref name="errors"/>.</summary>
    public static int Run(string[] arguments, TextWriter errors)
    {
        try
        {
            ParseResult parsed = VerbList.Create(Repository.Find()).Parse(arguments);
            if (parsed.Errors.Count > 0)
            {
                throw new VerbException(Complaint(parsed), $"see {PathOf(parsed.CommandResult)} --help");
            }
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception failure) when (Environment.GetEnvironmentVariable(TraceVariable) != "1")
        {
            errors.WriteLine($"error: {Tell(failure)}");
            return 1;
        }
    }

    private static string Tell(Exception failure) => failure switch
    {
        VerbException or MachineException => failure.Message,
        _ => $"{failure.Message} (unexpected: set {TraceVariable}=1 for the trace)",
    };

    // The words that fit nowhere say more than what the parser then misses.
    private static string Complaint(ParseResult parsed) => parsed.UnmatchedTokens.Count > 0
        ? $"'{parsed.UnmatchedTokens[0]}' is not known here"
        : string.Join(' ', parsed.Errors[0].Message.TrimEnd('.').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string PathOf(CommandResult result) => result.Parent is CommandResult parent
        ? $"{PathOf(parent)} {result.Command.Name}"
        : result.Command.Name;
}
