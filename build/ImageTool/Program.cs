using System.CommandLine;

namespace ImageTool;

internal static class Program
{
    private static int Main(string[] args)
    {
        var root = new RootCommand("Makes the parts of the kernel's image that no compiler makes.")
        {
            FontCommand.Create(),
            RemapCommand.Create(),
            SymbolsCommand.Create(),
        };
        return root.Parse(args).Invoke();
    }
}
