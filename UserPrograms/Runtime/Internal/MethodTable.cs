namespace Internal.Runtime;

/// <summary>The head of a type's run-time data, as ILCompiler emits it; the virtual methods follow.</summary>
internal unsafe struct MethodTable
{
    private const uint ParameterizedKind = 0x0002_0000;
    private const uint KindMask = 0x0003_0000;
    private const uint DispatchMapFlag = 0x0004_0000;
    private const uint FinalizerFlag = 0x0010_0000;
    private const uint ComponentSizeMask = 0xFFFF;
    private const int ElementTypeShift = 26;
    private const uint ElementTypeMask = 0x1F;
    private const int RelativePointerSize = sizeof(int);

    private readonly uint _flags;
    private readonly uint _baseSize;
    private readonly MethodTable* _related;
    private readonly ushort _virtuals;
    private readonly ushort _interfaces;
    private readonly uint _hash;

    /// <summary>The bytes of an object without elements, its header included.</summary>
    internal readonly uint BaseSize => _baseSize;

    /// <summary>The bytes of an element, where it is an array or a string.</summary>
    internal readonly uint ComponentSize => _flags & ComponentSizeMask;

    /// <summary>What the type is, as ILCompiler classifies types.</summary>
    internal readonly TypeShape Shape => (TypeShape)(_flags >> ElementTypeShift & ElementTypeMask);

    /// <summary>An array of one dimension that starts at 0.</summary>
    internal readonly bool IsArray => Shape == TypeShape.SzArray;

    /// <summary>The type of an array's elements, else the type that this one is derived from.</summary>
    internal readonly MethodTable* Related => _related;

    /// <summary>The type that this one is derived from; null for the root, and for arrays.</summary>
    internal readonly MethodTable* Base => (_flags & KindMask) == ParameterizedKind ? null : _related;

    /// <summary>The number of interfaces that it has.</summary>
    internal readonly int Interfaces => _interfaces;

    /// <summary>The number of virtual methods, those of its bases included.</summary>
    internal readonly int Virtuals => _virtuals;

    /// <summary>One of the interfaces.</summary>
    internal static MethodTable* InterfaceAt(MethodTable* type, int index) =>
        ((MethodTable**)BehindVirtuals(type))[index];

    /// <summary>The code of a virtual method.</summary>
    internal static nint VirtualAt(MethodTable* type, int slot) => ((nint*)(type + 1))[slot];

    /// <summary>Which method stands for which one of an interface; null where it implements none itself.</summary>
    internal static DispatchMap* MapOf(MethodTable* type) => (type->_flags & DispatchMapFlag) == 0
        ? null
        : (DispatchMap*)Follow(BehindInterfaces(type) + (2 * RelativePointerSize));

    /// <summary>The code of a virtual method that no derived type can change, counted behind all others.</summary>
    internal static nint SealedAt(MethodTable* type, int slot)
    {
        byte* at = BehindInterfaces(type) + (2 * RelativePointerSize);
        at += (type->_flags & DispatchMapFlag) != 0 ? RelativePointerSize : 0;
        at += (type->_flags & FinalizerFlag) != 0 ? RelativePointerSize : 0;
        return (nint)Follow(Follow(at) + (slot * RelativePointerSize));
    }

    /// <summary>What a pointer that is counted from its own place points at.</summary>
    internal static byte* Follow(byte* relative) => relative + *(int*)relative;

    private static byte* BehindVirtuals(MethodTable* type) => (byte*)(type + 1) + (type->_virtuals * sizeof(nint));

    private static byte* BehindInterfaces(MethodTable* type) =>
        BehindVirtuals(type) + (type->_interfaces * sizeof(nint));
}
