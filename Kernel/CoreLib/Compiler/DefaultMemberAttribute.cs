namespace System.Reflection;

/// <summary>The name of a type's indexer.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class DefaultMemberAttribute : Attribute
{
    /// <summary>With this name.</summary>
    public DefaultMemberAttribute(string memberName) => MemberName = memberName;

    /// <summary>The name.</summary>
    public string MemberName { get; }
}
