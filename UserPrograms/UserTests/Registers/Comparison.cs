namespace UserPrograms;

/// <summary>What is in registers after a trap, beside what has to be there.</summary>
internal static class Comparison
{
    private static readonly string[] s_names =
    [
        "RAX", "RBX", "RCX", "RDX", "RSI", "RDI", "RBP", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15",
    ];

    /// <summary>Every register has to be what it was.</summary>
    internal static void Same(ref RegisterFile expected, ref RegisterFile actual)
    {
        for (int i = 0; i < RegisterFile.Count; i++)
        {
            ulong wanted = i == RegisterFile.StackShift ? 0 : expected.All[i];
            Check.Equal(wanted, actual.All[i], NameOf(i));
        }
    }

    /// <summary>
    /// After a system call: what calls preserve is what it was, and what they do not preserve is zero, but for results.
    /// </summary>
    internal static void AfterCall(ref RegisterFile before, ref RegisterFile after)
    {
        for (int i = 0; i < RegisterFile.Count; i++)
        {
            if (IsPreserved(i))
            {
                Check.Equal(before.All[i], after.All[i], NameOf(i));
            }
            else if (!IsResult(i))
            {
                Check.Equal(0, after.All[i], NameOf(i));
            }
        }
    }

    /// <summary>The name of a word of a <see cref="RegisterFile"/>.</summary>
    internal static string NameOf(int i) =>
        i < RegisterFile.Vectors ? s_names[i]
        : i < RegisterFile.Multimedia ? "XMM" + ((i - RegisterFile.Vectors) / 2).ToString()
        : i < RegisterFile.Flags ? "MM" + (i - RegisterFile.Multimedia).ToString()
        : i == RegisterFile.Flags ? "the flags"
        : "RSP";

    private static bool IsPreserved(int i) =>
        i is (int)Register.Rbx or (int)Register.Rbp or >= (int)Register.R12 and <= (int)Register.R15;

    // RCX and R11 are the processor's own (AMD APM vol. 3, SYSCALL); the cases know what a message holds.
    private static bool IsResult(int i) =>
        i is (int)Register.Rax or (int)Register.Rcx or (int)Register.Rdx or (int)Register.Rsi or (int)Register.Rdi
            or (int)Register.R11 or RegisterFile.Flags
        or >= RegisterFile.Vectors and < RegisterFile.Vectors + 4;
}
