namespace Kernel.Loading;

/// <summary>What a program header tells of; all others than these are passed over (gABI, chapter 5).</summary>
internal enum ElfProgramType : uint
{
    /// <summary>PT_LOAD: a segment.</summary>
    Load = 1,

    /// <summary>PT_DYNAMIC: what a linker at load time would need.</summary>
    Dynamic = 2,

    /// <summary>PT_INTERP: the name of the program that loads this one.</summary>
    Interpreter = 3,

    /// <summary>PT_TLS: variables of threads.</summary>
    ThreadStorage = 7,

    /// <summary>PT_GNU_STACK: what may be done with the stack.</summary>
    Stack = 0x6474_E551,

    /// <summary>
    /// The program's symbol table, in the format of the kernel's own (Kernel/Diagnostics/SymbolFormat.cs). The number
    /// is one that systems may give meanings to; in a file it reads "mysk".
    /// </summary>
    Symbols = 0x6B73_796D,
}
