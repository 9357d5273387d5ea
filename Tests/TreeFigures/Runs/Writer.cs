namespace TreeFigures.Runs;

/// <summary>Who writes to a page after a message.</summary>
internal enum Writer
{
    /// <summary>Who sent it.</summary>
    Sender,

    /// <summary>Who got it.</summary>
    Receiver,
}
