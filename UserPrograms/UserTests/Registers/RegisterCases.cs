namespace UserPrograms;

/// <summary>Registers around traps: nothing is lost, and nothing of anybody else's appears.</summary>
internal static class RegisterCases
{
    /// <summary>The pattern of the task that is looked at.</summary>
    internal const ulong Own = 0xA5A5_0000_C3C3_0000;

    /// <summary>The pattern of those that run between.</summary>
    internal const ulong Others = 0x5E5E_1111_7B7B_0000;

    /// <summary>Runs one.</summary>
    internal static void Do(string what, string how)
    {
        switch (what)
        {
            case "registers over a call":
                CallRegisters.Do(how);
                break;
            case "registers over a fault":
                FaultRegisters.Do(how);
                break;
            default:
                TimerRegisters.Do(how);
                break;
        }
    }

    /// <summary>In a task that runs between: calls with its own pattern in all registers, for ever.</summary>
    internal static void Disturb()
    {
        while (true)
        {
            RegisterFile registers = RegisterFile.Filled(Others);
            registers[Register.Rax] = (ulong)SystemCall.Yield;
            Crossing.Call(ref registers);
        }
    }
}
