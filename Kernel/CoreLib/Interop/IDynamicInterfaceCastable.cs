namespace System.Runtime.InteropServices;

/// <summary>The compiler looks the type and its member up by name. Nothing is one.</summary>
internal interface IDynamicInterfaceCastable
{
    /// <summary>Never called.</summary>
    bool IsInterfaceImplemented(RuntimeTypeHandle interfaceType, bool throwIfNotImplemented);

    /// <summary>Never called.</summary>
    RuntimeTypeHandle GetInterfaceImplementation(RuntimeTypeHandle interfaceType);

    private static nint GetDynamicInterfaceImplementation(object instance, nint type, ushort slot)
    {
        ThrowHelpers.Fail(LanguageFault.NotSupported);
        return 0;
    }
}
