namespace System;

/// <summary>An argument is not what it must be.</summary>
public class ArgumentException(string message) : Exception(message);

/// <summary>An argument is out of its range.</summary>
public class ArgumentOutOfRangeException(string parameter) : ArgumentException(parameter + " is out of its range");

/// <summary>An argument is null.</summary>
public class ArgumentNullException(string parameter) : ArgumentException(parameter + " is null");

/// <summary>It is not the time for this.</summary>
public class InvalidOperationException(string message) : Exception(message);

/// <summary>There is no such thing here.</summary>
public class NotSupportedException(string message) : Exception(message);

/// <summary>Somebody has still to write this.</summary>
public class NotImplementedException() : Exception("not implemented");
