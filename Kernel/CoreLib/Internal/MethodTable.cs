namespace Internal.Runtime;

/// <summary>The head of a type's run-time data, as ILCompiler emits it.</summary>
internal struct MethodTable
{
    private readonly uint _flags;
    private readonly uint _baseSize;
}
