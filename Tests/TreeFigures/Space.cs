using Kernel.Memory;

namespace TreeFigures;

/// <summary>An address space with a name.</summary>
internal sealed class Space(string name)
{
    /// <summary>What its root is captioned with.</summary>
    public string Name => name;

    /// <summary>The space as the kernel knows it; a field, because the kernel changes it in place.</summary>
    public AddressSpace Tables;
}
