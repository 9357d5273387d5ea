using System.Diagnostics.CodeAnalysis;
using Kernel.Abi;

namespace System;

/// <summary>The program itself.</summary>
public static class Environment
{
    /// <summary>Who started the program; none for the first one.</summary>
    public static Handle Parent { get; internal set; }

    /// <summary>The handles that the starter gave, in its order; none where there are fewer.</summary>
    public static ReceivedHandles Given { get; internal set; }

    /// <summary>Ends the program with a code.</summary>
    [DoesNotReturn]
    public static void Exit(int code) => Call.Exit(code);

    /// <summary>Ends the program with a message and the way that led there.</summary>
    [DoesNotReturn]
    public static void FailFast(string message) => Failure.FailFast(message);
}
