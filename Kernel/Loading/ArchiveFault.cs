namespace Kernel.Loading;

/// <summary>What can be wrong with an archive.</summary>
public enum ArchiveFault
{
    /// <summary>Nothing is.</summary>
    None = 0,

    /// <summary>The archive ends before this does, or before a trailer came.</summary>
    CutOff,

    /// <summary>No entry begins here.</summary>
    WrongMagic,

    /// <summary>Eight hexadecimal digits were to stand here.</summary>
    NotHexadecimal,

    /// <summary>Zeros were to stand here.</summary>
    NotZero,

    /// <summary>A name of no byte, or of more than <see cref="Archive.MaxNameLength"/>.</summary>
    NameLength,

    /// <summary>The name has no zero byte at its end.</summary>
    NameUnterminated,

    /// <summary>A character in the name that is not visible ASCII, or is a slash.</summary>
    NameCharacter,

    /// <summary>An earlier file has the name already.</summary>
    NameRepeated,

    /// <summary>A directory, a link or a device.</summary>
    NotAFile,

    /// <summary>A file of more than one name, of which only the last has contents in such an archive.</summary>
    HardLink,

    /// <summary>The trailer has contents.</summary>
    TrailerNotEmpty,

    /// <summary>More files than <see cref="Archive.Capacity"/>.</summary>
    TooManyFiles,
}
