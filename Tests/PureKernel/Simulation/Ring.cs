namespace Kernel.Simulation;

/// <summary>The privilege level of an access (Intel SDM vol. 3, 4.6).</summary>
public enum Ring
{
    /// <summary>A supervisor-mode access.</summary>
    Kernel = 0,

    /// <summary>A user-mode access.</summary>
    User = 3,
}
