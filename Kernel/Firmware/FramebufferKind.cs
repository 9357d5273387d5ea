namespace Kernel.Firmware;

/// <summary>What the screen's memory holds.</summary>
public enum FramebufferKind : byte
{
    /// <summary>The firmware spoke of no screen.</summary>
    None = 0,

    /// <summary>Pixels with a field of bits for each colour.</summary>
    Rgb = 1,

    /// <summary>Cells of VGA text: a character byte and an attribute byte each.</summary>
    Text = 2,
}
