namespace UserPrograms;

/// <summary>System calls with any number in any register: what no type of <see cref="Call"/> lets one say.</summary>
internal static class Raw
{
    /// <summary>Makes a call with these registers, all others zero; the error that RAX tells.</summary>
    internal static CallError Do(
        SystemCall call, ulong rdi = 0, ulong rsi = 0, ulong rdx = 0, ulong r10 = 0, ulong r8 = 0, ulong r9 = 0,
        ulong rbx = 0)
    {
        RegisterFile registers = default;
        registers[Register.Rax] = (ulong)call;
        registers[Register.Rdi] = rdi;
        registers[Register.Rsi] = rsi;
        registers[Register.Rdx] = rdx;
        registers[Register.R10] = r10;
        registers[Register.R8] = r8;
        registers[Register.R9] = r9;
        registers[Register.Rbx] = rbx;
        return Do(ref registers);
    }

    /// <summary>Makes a call with all registers given, the number in RAX; what came back is there.</summary>
    internal static CallError Do(ref RegisterFile registers)
    {
        Crossing.Call(ref registers);
        return ErrorIn(in registers);
    }

    /// <summary>The error that RAX tells.</summary>
    internal static CallError ErrorIn(in RegisterFile registers)
    {
        long result = (long)registers[Register.Rax];
        return result < 0 ? (CallError)(-result) : CallError.None;
    }
}
