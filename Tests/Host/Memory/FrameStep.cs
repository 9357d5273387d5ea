namespace Kernel.Tests.Host.Memory;

internal enum FrameStepKind
{
    Take,
    TakeZeroed,
    TakeBlock,
    FillReserve,
    Split,
    Release,
}

/// <summary>A step of a program that uses frames.</summary>
internal readonly record struct FrameStep(FrameStepKind Kind, int Choice);
