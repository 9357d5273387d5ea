using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Text;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>Panics that name a frame.</summary>
internal static class FramePanic
{
    /// <summary>
    /// Stops with <c>frame 1a2b:</c> and what is wrong with it. Never inlined: those who call it are short and quick.
    /// </summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Stop(Frame frame, ReadOnlySpan<byte> wrong)
    {
        Span<byte> space = stackalloc byte[96];
        var reason = new TextBuffer(space);
        reason.Append("frame "u8);
        reason.AppendHexadecimal(frame.Number);
        reason.Append(": "u8);
        reason.Append(wrong);
        Machine.Panic(reason.Text);
    }
}
