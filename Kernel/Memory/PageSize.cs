namespace Kernel.Memory;

/// <summary>The sizes of pages, as the number of address bits inside one (Intel SDM vol. 3, 4.5.4).</summary>
public enum PageSize
{
    /// <summary>4 KiB.</summary>
    Small = 12,

    /// <summary>2 MiB.</summary>
    Large = 21,

    /// <summary>1 GiB.</summary>
    Huge = 30,
}
