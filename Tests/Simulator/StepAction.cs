namespace Simulator;

/// <summary>What a step does, as the current task or from outside.</summary>
internal enum StepAction
{
    /// <summary>A message.</summary>
    Send,

    /// <summary>A message of 32 bytes.</summary>
    SendShort,

    /// <summary>The wait for a message.</summary>
    Receive,

    /// <summary>An answer.</summary>
    Reply,

    /// <summary>An answer, and the wait for a message.</summary>
    ReplyReceive,

    /// <summary>The same with 32 bytes.</summary>
    ReplyReceiveShort,

    /// <summary>Others run.</summary>
    Yield,

    /// <summary>The task ends.</summary>
    Exit,

    /// <summary>A second task like it.</summary>
    Fork,

    /// <summary>A program in a task.</summary>
    Spawn,

    /// <summary>A program in the task's place.</summary>
    Execute,

    /// <summary>Another task ends.</summary>
    Kill,

    /// <summary>The wait for an end.</summary>
    Wait,

    /// <summary>A second handle.</summary>
    Duplicate,

    /// <summary>One handle fewer.</summary>
    Close,

    /// <summary>More pages.</summary>
    Map,

    /// <summary>Fewer pages.</summary>
    Unmap,

    /// <summary>Pages with other rights.</summary>
    Protect,

    /// <summary>The wait for a time.</summary>
    Sleep,

    /// <summary>Many handles more, or fewer.</summary>
    Hoard,

    /// <summary>A program reads a byte.</summary>
    Load,

    /// <summary>A program writes a byte.</summary>
    Store,

    /// <summary>A program fetches an instruction.</summary>
    Fetch,

    /// <summary>The timer ticks.</summary>
    Tick,

    /// <summary>A program breaks a rule.</summary>
    Trap,

    /// <summary>Nearly all frames that are free are taken.</summary>
    Starve,

    /// <summary>They are given back.</summary>
    Feed,

    /// <summary>A call of any number with any arguments.</summary>
    Hostile,
}
