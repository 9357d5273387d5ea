namespace Kernel.Loading;

/// <summary>
/// The parts of an archive's entry in their order, so that the number of a field from <see cref="Inode"/> to
/// <see cref="Check"/> tells its position.
/// </summary>
public enum ArchiveField
{
    /// <summary>The six characters 070701.</summary>
    Magic = 0,

    /// <summary>The number of the file where it came from; of no meaning here.</summary>
    Inode,

    /// <summary>What it is, and who might do what with it: a regular file here.</summary>
    Mode,

    /// <summary>Its owner; of no meaning here.</summary>
    User,

    /// <summary>Its owner's group; of no meaning here.</summary>
    Group,

    /// <summary>How many names it has: one here.</summary>
    Links,

    /// <summary>When it was changed; of no meaning here.</summary>
    Time,

    /// <summary>The bytes of its contents.</summary>
    FileSize,

    /// <summary>Half of the number of the disk that it was on; of no meaning here.</summary>
    DeviceMajor,

    /// <summary>The other half.</summary>
    DeviceMinor,

    /// <summary>Half of the number of the device that it is; of no meaning here.</summary>
    TargetMajor,

    /// <summary>The other half.</summary>
    TargetMinor,

    /// <summary>The bytes of its name, with the zero behind it.</summary>
    NameSize,

    /// <summary>A checksum in another format; zero here.</summary>
    Check,

    /// <summary>The name.</summary>
    Name,

    /// <summary>The zeros behind it.</summary>
    NamePadding,

    /// <summary>The contents.</summary>
    Contents,

    /// <summary>The zeros behind them.</summary>
    ContentsPadding,

    /// <summary>What follows on the trailer.</summary>
    Rest,
}
