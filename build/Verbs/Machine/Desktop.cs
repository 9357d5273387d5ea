using System;

namespace Verbs.Machine;

/// <summary>Whether there is a desktop to show a window on.</summary>
public static class Desktop
{
    /// <summary>Whether X11 or Wayland is named in the environment.</summary>
    public static bool IsHere() => Has("DISPLAY") || Has("WAYLAND_DISPLAY");

    private static bool Has(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
