namespace System.Runtime.CompilerServices;

/// <summary>Runs static constructors when their type is first used; the compiler calls these by name.</summary>
internal static unsafe class ClassConstructorRunner
{
    private static object? CheckStaticClassConstructionReturnGCStaticBase(
        ref StaticClassConstructionContext context, object? fields)
    {
        EnsureRun(ref context);
        return fields;
    }

    private static nint CheckStaticClassConstructionReturnNonGCStaticBase(
        ref StaticClassConstructionContext context, nint fields)
    {
        EnsureRun(ref context);
        return fields;
    }

    // Before it runs, and not after: a constructor that comes back to its own type finds it as it is by then.
    private static void EnsureRun(ref StaticClassConstructionContext context)
    {
        nint code = context.Constructor;
        context.Constructor = 0;
        if (code != 0)
        {
            ((delegate*<void>)code)();
        }
    }
}

/// <summary>Whether a type's static constructor has run; the compiler lays it out before the type's fields.</summary>
internal struct StaticClassConstructionContext
{
    /// <summary>Its code; 0 once it has run.</summary>
    internal nint Constructor;
}
