using Kernel.Units;

namespace Kernel.Diagnostics;

/// <summary>Walks a stack from a function to its caller, to that one's caller, and so on.</summary>
/// <typeparam name="TMemory">What reads the stack.</typeparam>
public ref struct StackTrace<TMemory>
    where TMemory : struct, IStackMemory
{
    /// <summary>The most frames that a trace has.</summary>
    public const int MaxDepth = 64;

    private const ulong SlotSize = sizeof(ulong);

    private readonly SymbolTable _symbols;
    private readonly TrapFrameShape _trapFrame;
    private readonly TMemory _memory;
    private StackFrame _frame;
    private int _depth;

    /// <summary>A trace that starts with <paramref name="first"/>.</summary>
    public StackTrace(SymbolTable symbols, StackFrame first, TrapFrameShape trapFrame, TMemory memory)
    {
        _symbols = symbols;
        _trapFrame = trapFrame;
        _memory = memory;
        _frame = first;
    }

    /// <summary>Why the trace ended; none while there may be more.</summary>
    public StackEnd End { get; private set; }

    /// <summary>
    /// Gives the next frame, from the innermost outwards; false after the last, with <see cref="End"/> set.
    /// </summary>
    public bool MoveNext(out StackFrame frame)
    {
        if (End == StackEnd.None && _depth > 0)
        {
            End = _depth < MaxDepth ? Unwind() : StackEnd.TooDeep;
        }

        _depth++;
        frame = _frame;
        return End == StackEnd.None;
    }

    private StackEnd Unwind()
    {
        FrameRule rule = _symbols.FindRule(in _frame);
        return rule.Kind switch
        {
            FrameKind.Call => LeaveCall(rule),
            FrameKind.Trap when _frame.IsReturn => LeaveTrap(),
            _ => StackEnd.UnknownFrame,
        };
    }

    private StackEnd LeaveCall(FrameRule rule)
    {
        ulong cfa = (rule.FromBp ? _frame.Bp : _frame.Sp.Value) + (rule.CfaSlots * SlotSize);
        if (cfa <= _frame.Sp.Value)
        {
            return StackEnd.NotAscending;
        }

        ulong bp = _frame.Bp;
        if (!_memory.TryRead(new VirtAddr(cfa - SlotSize), out ulong pc)
            || (rule.BpSlot != 0 && !_memory.TryRead(new VirtAddr(cfa - (rule.BpSlot * SlotSize)), out bp)))
        {
            return StackEnd.UnreadableStack;
        }

        _frame = StackFrame.AtCall(new VirtAddr(pc), new VirtAddr(cfa), bp);
        return StackEnd.None;
    }

    private StackEnd LeaveTrap()
    {
        VirtAddr at = _frame.Sp;
        if (!_memory.TryRead(at + _trapFrame.Pc, out ulong pc)
            || !_memory.TryRead(at + _trapFrame.Sp, out ulong sp)
            || !_memory.TryRead(at + _trapFrame.Bp, out ulong bp))
        {
            return StackEnd.UnreadableStack;
        }

        _frame = StackFrame.AtInstruction(new VirtAddr(pc), new VirtAddr(sp), bp);
        return StackEnd.None;
    }
}
