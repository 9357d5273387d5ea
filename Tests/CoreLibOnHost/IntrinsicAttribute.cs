namespace System.Runtime.CompilerServices;

/// <summary>Means something to the kernel's compiler alone.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor)]
internal sealed class IntrinsicAttribute : Attribute;
