namespace Kernel.Simulation;

/// <summary>The types of INVPCID that take no address (Intel SDM vol. 2, INVPCID).</summary>
public enum ContextFlush
{
    /// <summary>Type 1: one context, but no global translation.</summary>
    One = 1,

    /// <summary>Type 2: everything.</summary>
    AllWithGlobals = 2,

    /// <summary>Type 3: all contexts, but no global translation.</summary>
    All = 3,
}
