using System;
using Machines;

namespace QemuTests.Support;

/// <summary>How long a test waits before it calls a machine stuck: many times a boot, for busy hosts.</summary>
internal static class Patience
{
    /// <summary>For what follows at once.</summary>
    public static TimeSpan Moment { get; } = TimeSpan.FromSeconds(10);

    /// <summary>To see that a guest does nothing more.</summary>
    public static TimeSpan Quiet { get; } = TimeSpan.FromSeconds(1);

    /// <summary>For Bochs, which interprets each instruction.</summary>
    public static TimeSpan Bochs { get; } = TimeSpan.FromSeconds(120);

    /// <summary>For all of UserPrograms/UserTests in Bochs, which takes a minute on an idle host.</summary>
    public static TimeSpan BochsUserTests { get; } = TimeSpan.FromSeconds(480);

    /// <summary>From reset to a kernel that is ready.</summary>
    public static TimeSpan Boot(MachineSpec spec) => TimeSpan.FromSeconds(spec.Firmware == Firmware.Uefi ? 90 : 30);

    /// <summary>For all cases of UserPrograms/UserTests, which take some seconds.</summary>
    public static TimeSpan UserTests { get; } = TimeSpan.FromSeconds(180);

    /// <summary>For the same on a kernel that looks at everything before each call.</summary>
    public static TimeSpan Audit { get; } = TimeSpan.FromSeconds(400);

    /// <summary>For a million switches between tasks that look at all their registers each time.</summary>
    public static TimeSpan Secrets { get; } = TimeSpan.FromSeconds(600);

    /// <summary>For 250,000 paths through tables, with eight accesses each.</summary>
    public static TimeSpan Walks { get; } = TimeSpan.FromSeconds(300);

    /// <summary>For so many round trips or forks: a busy host has a thousand a second.</summary>
    public static TimeSpan Soak(long count) => TimeSpan.FromSeconds(60 + (count / 1000));

    /// <summary>For so many calls of the program <c>fuzz</c>: a busy host has two thousand a second.</summary>
    public static TimeSpan Fuzz(ulong calls) => TimeSpan.FromSeconds(60 + (calls / 2000));

    /// <summary>
    /// For one path of the program <c>kills</c> at every so many instructions: the longest is 17,000 kills at each, of
    /// which a busy host has twenty a second.
    /// </summary>
    public static TimeSpan Kills(int stride) => TimeSpan.FromSeconds(60 + (900 / stride));
}
