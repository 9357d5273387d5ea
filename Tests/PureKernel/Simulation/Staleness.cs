namespace Kernel.Simulation;

/// <summary>
/// How what the caches may answer differs from what the tables say, from harmless to harmful.
/// </summary>
public enum Staleness
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The access faults either way, perhaps with another error code.</summary>
    OtherFault,

    /// <summary>
    /// The access may fault though the tables allow it, once (Intel SDM vol. 3, 4.10.4.3): software must expect it.
    /// </summary>
    SpuriousFault,

    /// <summary>The access may succeed though the tables refuse it: a right taken away is still there.</summary>
    KeptRight,

    /// <summary>The access may succeed though the tables hold no translation any more.</summary>
    KeptTranslation,

    /// <summary>The access may reach another byte of physical memory than the tables say.</summary>
    WrongFrame,
}
