using System.Diagnostics.CodeAnalysis;

namespace Kernel.Memory;

/// <content>What an audit looks into.</content>
public partial struct FrameAllocator
{
    /// <summary>The free single frames that are handed out next.</summary>
    [UnscopedRef]
    internal readonly ref readonly FrameCache ReadyCache => ref _ready;

    /// <summary>The free frames that hold zeros.</summary>
    [UnscopedRef]
    internal readonly ref readonly FrameCache ZeroedCache => ref _zeroed;

    /// <summary>The free blocks.</summary>
    [UnscopedRef]
    internal ref BuddyLists Lists => ref _lists;
}
