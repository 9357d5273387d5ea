namespace System;

/// <summary>The compiler wants the type; none can be made.</summary>
public abstract class Delegate
{
}

/// <summary>The compiler wants the type; none can be made.</summary>
public abstract class MulticastDelegate : Delegate
{
}
