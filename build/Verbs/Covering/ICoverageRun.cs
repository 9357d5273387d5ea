namespace Verbs.Covering;

/// <summary>Something that runs the kernel and leaves logs of the code that it reached.</summary>
public interface ICoverageRun
{
    /// <summary>What runs, a few words.</summary>
    string Name { get; }

    /// <summary>Runs it to its end.</summary>
    /// <param name="logs">The folder for the logs, which is there and empty.</param>
    void Run(string logs);
}
