using System;
using System.Runtime.CompilerServices;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>What most programs do about a refused call.</summary>
public static class CallErrorChecks
{
    /// <summary>Ends the program, with the call's name and the reason, where there was an error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OrFail(this CallError error, string call)
    {
        if (error != CallError.None)
        {
            Fail(error, call);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail(CallError error, string call) =>
        Environment.FailFast(call + ": " + string.FromUtf8(CallErrorText.Of(error)));
}
