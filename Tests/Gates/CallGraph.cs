using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Iced.Intel;
using Symbols;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>Which functions of an image a function reaches by calls and jumps whose target the instruction says.</summary>
internal static class CallGraph
{
    /// <summary>
    /// A function and all that it reaches, the way down to those in <paramref name="ends"/>, which are left out. Fails
    /// where there is no function of one of the names, or where a call goes into the middle of nowhere.
    /// </summary>
    public static ImmutableArray<KernelFunction> Reach(
        ElfImage image, ImmutableArray<KernelFunction> functions, string root, IReadOnlyCollection<string> ends)
    {
        ImmutableHashSet<string> names = [.. functions.Select(static each => each.Symbol)];
        Assert.All([root, .. ends], name => Assert.Contains(name, names));
        KernelFunction start = functions.Single(each => each.Symbol == root);
        var reached = new Dictionary<ulong, KernelFunction> { [start.Start] = start };
        var open = new Queue<KernelFunction>([start]);
        while (open.TryDequeue(out KernelFunction? function))
        {
            foreach (KernelFunction next in TargetsOf(image, functions, function))
            {
                if (!ends.Contains(next.Symbol) && reached.TryAdd(next.Start, next))
                {
                    open.Enqueue(next);
                }
            }
        }
        return [.. reached.Values.OrderBy(static each => each.Start)];
    }

    /// <summary>An instruction goes where a register or memory says, and comes back or not.</summary>
    public static bool IsIndirect(Instruction instruction) =>
        instruction.FlowControl is FlowControl.IndirectCall or FlowControl.IndirectBranch;

    private static IEnumerable<KernelFunction> TargetsOf(
        ElfImage image, ImmutableArray<KernelFunction> functions, KernelFunction function) =>
        image.InstructionsOf(function)
            .Where(IsDirect)
            .Select(static each => each.NearBranchTarget)
            .Where(target => target < function.Start || target >= function.End)
            .Distinct()
            .Select(target => Holding(functions, target, function));

    private static bool IsDirect(Instruction instruction) => instruction.FlowControl
        is FlowControl.Call or FlowControl.UnconditionalBranch or FlowControl.ConditionalBranch;

    private static KernelFunction Holding(
        ImmutableArray<KernelFunction> functions, ulong target, KernelFunction caller)
    {
        KernelFunction? found = functions.SingleOrDefault(each => target >= each.Start && target < each.End);
        Assert.True(found is not null, $"{caller.Symbol} goes to 0x{target:x}, where there is no function");
        return found;
    }
}
