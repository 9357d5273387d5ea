namespace Kernel.Tasks;

/// <summary>What an entry of a handle table stands for.</summary>
internal enum HandleMark : byte
{
    /// <summary>A task that may have ended.</summary>
    Other = 0,

    /// <summary>A child that has not ended.</summary>
    Child = 1,

    /// <summary>A child that has; the entry keeps how.</summary>
    EndedChild = 2,
}
