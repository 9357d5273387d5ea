using System;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>What the compiler's code around Main calls, by these names.</summary>
internal static unsafe class StartupCodeHelpers
{
    private static byte* s_arguments;
    private static int s_length;

    /// <summary>Says where the arguments are: UTF-8 texts, each ended by a NUL.</summary>
    internal static void SetArguments(byte* arguments, ulong length)
    {
        s_arguments = arguments;
        s_length = (int)length;
    }

    // The compiler wants both: this one it hands what C programs get.
    private static void InitializeCommandLineArgs(int count, byte** arguments)
    {
    }

    private static string[] GetMainMethodArguments()
    {
        ReadOnlySpan<byte> rest = new(s_arguments, s_length);
        string[] texts = new string[Count(rest)];
        for (int i = 0; i < texts.Length; i++)
        {
            int end = rest.IndexOf((byte)0);
            int length = end < 0 ? rest.Length : end;
            texts[i] = string.FromUtf8(rest[..length]);
            rest = rest[(end < 0 ? length : length + 1)..];
        }

        return texts;
    }

    private static int Count(ReadOnlySpan<byte> arguments)
    {
        int count = 0;
        foreach (byte each in arguments)
        {
            count += each == 0 ? 1 : 0;
        }

        return arguments.IsEmpty || arguments[^1] == 0 ? count : count + 1;
    }
}
