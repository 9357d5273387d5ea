using System;
using System.IO;
using Machines;
using Xunit;

namespace Verbs.Tests;

/// <summary>Real Bochs with a guest of one sector.</summary>
public sealed class BochsMachineTests
{
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(60);

    [Fact]
    public void ACdBootsAndATimeoutTellsItsLastLines()
    {
        using var guest = new SectorGuest("alpha\nomega\n", verdict: 0);
        int process;
        using (BochsMachine machine = BochsMachine.Start(new BochsSpec { Image = guest.MakeIso() }))
        {
            process = machine.ProcessId;
            machine.Expect("omega", s_enough);
            var failure = Assert.Throws<MachineException>(() => machine.Expect("more", TimeSpan.FromSeconds(1)));
            Assert.StartsWith("Bochs: waited 1 s for \"more\"", failure.Message, StringComparison.Ordinal);
            Assert.EndsWith("alpha\nomega", failure.Message, StringComparison.Ordinal);
        }
        Assert.False(Directory.Exists($"/proc/{process}"));
    }

    [Fact]
    public void WhatBochsRefusesIsTold()
    {
        using BochsMachine machine = BochsMachine.Start(new BochsSpec { Image = "/nowhere.iso", Processor = "abacus" });
        var failure = Assert.Throws<MachineException>(() => machine.Expect("anything", s_enough));
        Assert.Contains("cpu directive malformed", failure.Message, StringComparison.Ordinal);
    }
}
