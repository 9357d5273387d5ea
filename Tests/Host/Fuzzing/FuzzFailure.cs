using System;

namespace Kernel.Tests.Host.Fuzzing;

/// <summary>An input that a parser fails on.</summary>
internal sealed class FuzzFailure(string message, string file, Exception cause) : Exception(message, cause)
{
    private const int MostShown = 512;

    /// <summary>Where the input has been saved.</summary>
    public string File { get; } = file;

    public static FuzzFailure Of(string name, int seed, int number, ReadOnlySpan<byte> input, Exception cause)
    {
        string file = FoundInputs.Save(name, input);
        string hex = Convert.ToHexString(input[..Math.Min(MostShown, input.Length)]);
        string more = input.Length > MostShown ? "…" : "";
        return new FuzzFailure(
            $"{name}: input {number} from seed {seed:X8} has {input.Length} bytes, {hex}{more}: {cause.Message} It is in "
            + $"{file}, and the next run begins with it; Tests/Host/Fuzzing/Found/{name}/ would keep it for ever.",
            file,
            cause);
    }
}
