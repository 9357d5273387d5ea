using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Machines;

/// <summary>The two flash images of OVMF: its code, and the template of its variables.</summary>
/// <param name="Code">Path of the code image; mapped read-only.</param>
/// <param name="Variables">Path of the variables' template; a machine writes to its own overlay only.</param>
public sealed record UefiFirmware(string Code, string Variables)
{
    /// <summary>
    /// Where distributions put OVMF without Secure Boot: Debian and Ubuntu, Fedora, Arch. Where there are two, the
    /// smaller one comes first, which starts in three quarters of the time.
    /// </summary>
    public static IReadOnlyList<UefiFirmware> KnownPlaces { get; } =
    [
        new("/usr/share/OVMF/OVMF_CODE.fd", "/usr/share/OVMF/OVMF_VARS.fd"),
        new("/usr/share/OVMF/OVMF_CODE_4M.fd", "/usr/share/OVMF/OVMF_VARS_4M.fd"),
        new("/usr/share/edk2/ovmf/OVMF_CODE.fd", "/usr/share/edk2/ovmf/OVMF_VARS.fd"),
        new("/usr/share/edk2/x64/OVMF_CODE.4m.fd", "/usr/share/edk2/x64/OVMF_VARS.4m.fd"),
    ];

    /// <summary>Whether its flash has 4 MiB and not 2: then it takes more of the memory, too.</summary>
    public bool IsLarge => Code.Contains("4M", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first of <see cref="KnownPlaces"/> that is here; null where there is none.</summary>
    public static UefiFirmware? Find() =>
        KnownPlaces.FirstOrDefault(place => File.Exists(place.Code) && File.Exists(place.Variables));
}
