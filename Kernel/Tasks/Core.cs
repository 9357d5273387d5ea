using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Abi;
using Kernel.Console;
using Kernel.Memory;

namespace Kernel.Tasks;

/// <summary>
/// The kernel as a function from its state and a trap to its state and the next task. One task at a time is the
/// current one; all others that could run wait in <see cref="Ready"/>.
/// </summary>
public partial struct Core
{
    private Processor _processor;
    private PagingManager _memory;
    private TaskSerials _serials;
    private PriorityLists _ready;
    private ProgramImages _images;
    private uint _keys;
    private Sleepers _sleepers;

    // At which tick from now on somebody who sleeps may be due; 0 where nobody is.
    private ulong _ticksToDue;
    private ulong _searches;

    /// <summary>All frames and address spaces.</summary>
    [UnscopedRef]
    public ref PagingManager Memory => ref _memory;

    /// <summary>The tasks that have not ended.</summary>
    public uint Live { get; private set; }

    /// <summary>The bytes that were copied for messages.</summary>
    public ulong BytesCopied { get; internal set; }

    /// <summary>The pages that messages shared instead.</summary>
    public ulong PagesLent { get; internal set; }

    /// <summary>Ticks of the timer.</summary>
    public ulong Ticks { get; internal set; }

    /// <summary>What time is told by.</summary>
    public BootClock Clock { get; set; }

    /// <summary>How the first task ended; nothing while it has not.</summary>
    public ExitStatus FirstStatus { get; private set; }

    /// <summary>Whether the first task has ended, and the system with it.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The processor that the kernel runs on.</summary>
    [UnscopedRef]
    internal ref Processor Processor => ref _processor;

    /// <summary>The task that runs; none while all wait.</summary>
    internal TaskSlot Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get => _processor.Current;
        private set => _processor.Current = value;
    }

    /// <summary>The first task of all: what nobody else takes back is its.</summary>
    internal TaskSlot First { get; private set; }

    /// <summary>Who could run.</summary>
    [UnscopedRef]
    internal ref PriorityLists Ready => ref _ready;

    /// <summary>The programs that can be started.</summary>
    [UnscopedRef]
    internal ref ProgramImages Images => ref _images;

    /// <summary>The name of the current task's program.</summary>
    [UnscopedRef]
    internal ReadOnlySpan<byte> CurrentName => _images.At(Current.Task.Program).Name.Text;

    /// <summary>The symbol table of the current task's program, which nobody has checked.</summary>
    [UnscopedRef]
    internal ReadOnlySpan<byte> CurrentSymbols => _images.SymbolsOf(Current.Task.Program);

    /// <summary>
    /// Chooses who runs: the current task as long as it can and nobody is more urgent. Its address space is the
    /// processor's then.
    /// </summary>
    internal TaskSlot Dispatch()
    {
        if (Current.IsNone || StateOf(Current) != TaskState.Ready)
        {
            Current = _ready.Take();
        }
        else if (_ready.Occupied >> (Current.Task.Priority.Level + 1) != 0)
        {
            _ready.Add(Current);
            Current = _ready.Take();
        }

        if (Current.IsNone)
        {
            _memory.ActivateKernel();
        }
        else
        {
            _memory.Activate(ref Current.Task.Space);
        }

        return Current;
    }

    /// <summary>The priorities above a task's of which somebody could run, a bit for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly uint MoreUrgentThan(TaskSlot slot) => _ready.Occupied & slot.Task.Priority.Above;

    /// <summary>
    /// The current task waits, and another one, which is in no queue and as urgent as all that could run, goes on.
    /// What the caller must write to CR3 at once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong SwitchTo(TaskSlot slot)
    {
        ulong register = slot.Task.Space.Register;
        _processor.Current = slot;
        _memory.ActiveRegister = register;
        return register;
    }

    /// <summary>The same, with the address space the processor's when it returns.</summary>
    internal void Activate(TaskSlot slot)
    {
        Current = slot;
        _memory.Activate(ref slot.Task.Space);
    }

    /// <summary>A number for a search among tasks, which none had before: <see cref="Task.Search"/>.</summary>
    internal ulong NextSearch() => ++_searches;

    /// <summary>The current task's turn is over, if another one is as urgent.</summary>
    internal void Yield()
    {
        if (!Current.IsNone)
        {
            _ready.Add(Current);
            Current = _ready.Take();
        }
    }

    /// <summary>
    /// What a task does. Its record alone does not say: a rendezvous writes no more than it must, and who waits for a
    /// message says so in its frame's record, who waits for a reply by whom it waits for.
    /// </summary>
    internal static TaskState StateOf(TaskSlot slot)
    {
        ref readonly Task task = ref slot.Task;
        return task.RecordedState != TaskState.Ready ? task.RecordedState
            : slot.Record.Receiving != 0 ? TaskState.Receiving
            : task.Peer.IsNone ? TaskState.Ready
            : TaskState.AwaitingReply;
    }

    /// <summary>The current task waits for a message from now on.</summary>
    internal void AwaitMessage()
    {
        ref readonly Task task = ref Current.Task;
        Current.Record.Receiving = task.Client == Current ? task.Serial : TaskSerials.NotQuick(task.Serial);
    }

    /// <summary>
    /// The current task yields the quick way, to another one as urgent or, where there is none, to itself: who runs from
    /// now on, and what CR3 must get at once. False, and nothing has changed, where there is more to do: a yield is a
    /// time to take dead memory apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryYield(TaskSlot caller, out TaskSlot next, out ulong root)
    {
        next = caller;
        root = 0;
        if (MoreUrgentThan(caller) != 0 || _memory.HasDying)
        {
            return false;
        }

        ref TaskList queue = ref _ready.QueueOf(caller.Task.Priority.Level);
        if (!queue.IsEmpty)
        {
            next = queue.Exchange(caller);
            root = SwitchTo(next);
        }

        return true;
    }

    /// <summary>A waiting task, which is in no list any more, goes on with these results.</summary>
    internal void Wake(TaskSlot slot, ulong rax, ulong rdx = 0)
    {
        ref Task task = ref slot.Task;
        SetResult(ref task, rax, rdx);
        if (StateOf(slot) == TaskState.Ready)
        {
            return;
        }

        task.RecordedState = TaskState.Ready;
        task.Peer = default;
        slot.Record.Receiving = 0;
        if (slot != Current)
        {
            _ready.Add(slot);
        }
    }

    /// <summary>
    /// A task that the current one woke in the same call takes over its turn, should the current one wait now: before
    /// all others of its priority.
    /// </summary>
    internal void HandOver(TaskSlot slot)
    {
        if (StateOf(Current) != TaskState.Ready && StateOf(slot) == TaskState.Ready)
        {
            _ready.Remove(slot);
            _ready.AddFirst(slot);
        }
    }

    /// <summary>A waiting task goes on with an error.</summary>
    internal void Fail(TaskSlot slot, CallError error) => Wake(slot, Negative(error));

    /// <summary>What RAX says of an error.</summary>
    internal static ulong Negative(CallError error) => (ulong)-(long)error;

    /// <summary>What a call gives; nothing else is left in the registers.</summary>
    internal static void SetResult(ref Task task, ulong rax, ulong rdx = 0, ulong rsi = 0, ulong rdi = 0)
    {
        task.Registers.Rax = rax;
        task.Registers.Rdx = rdx;
        task.Registers.Rsi = rsi;
        task.Registers.Rdi = rdi;
        task.Registers.Message = default;
    }

    /// <summary>What an operation on an address space says to a program.</summary>
    internal static CallError ErrorOf(PagingError error) => error switch
    {
        PagingError.None => CallError.None,
        PagingError.AlreadyMapped => CallError.AlreadyMapped,
        PagingError.NotMapped => CallError.NotMapped,
        PagingError.QuotaExceeded => CallError.QuotaExceeded,
        PagingError.OutOfMemory => CallError.OutOfMemory,
        _ => CallError.BadArgument,
    };
}
