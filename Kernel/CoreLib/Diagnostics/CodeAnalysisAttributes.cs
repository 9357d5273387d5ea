namespace System.Diagnostics.CodeAnalysis;

/// <summary>The method lets the address of its instance out.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UnscopedRefAttribute : Attribute
{
}

/// <summary>The method does not come back.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DoesNotReturnAttribute : Attribute
{
}
