using System.Collections.Generic;
using Iced.Intel;
using Symbols;
using Symbols.Elf;

namespace Kernel.Tests.Gates;

/// <summary>Machine code of an image, instruction by instruction.</summary>
internal static class MachineCode
{
    /// <summary>The instructions of a function, in the order of their addresses.</summary>
    public static IEnumerable<Instruction> InstructionsOf(this ElfImage image, KernelFunction function)
    {
        var decoder = Decoder.Create(64, image.CodeAt(function.Start, function.Size).ToArray(), function.Start);
        while (decoder.IP < function.End)
        {
            yield return decoder.Decode();
        }
    }
}
