using Kernel.Audit;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// Operations on a few address spaces, drawn from a seed: the image and the host do the same ones, and every step has
/// to come to the same. One in five is short of frames; charges may exceed memory meanwhile.
/// </summary>
internal ref partial struct PagingProgram
{
    /// <summary>How many steps a program has.</summary>
    internal const int Steps = 1000;

    /// <summary>How many programs are run, from seed 0 on.</summary>
    internal const ulong Seeds = 6;

    private const int MostSpaces = 3;
    private const int StepsBetweenAudits = 50;
    private const ulong Unavailable = 0xFF;

    private readonly ref Laboratory _laboratory;
    private readonly bool _hasContexts;
    private Seeded _random;
    private PagingPlaces _places;
    private FrameHoard _hoard;
    private int _spaces;
    private int _step;

    /// <summary>A program, for which it opens the laboratory; in every other one spaces have contexts.</summary>
    internal PagingProgram(ref Laboratory laboratory, Frame kernelRoot, ulong seed)
    {
        _hasContexts = (seed & 1) != 0;
        CpuFeatures contexts = _hasContexts ? CpuFeatures.ProcessContexts : CpuFeatures.None;
        laboratory.Open(kernelRoot, CpuFeatures.GibibytePages | contexts);
        _laboratory = ref laboratory;
        _random = new Seeded((seed + 1) * 0x9E37_79B9_7F4A_7C15);
    }

    private readonly ref PagingManager Memory => ref _laboratory.Memory;

    /// <summary>Does the next step.</summary>
    internal PagingStep Next()
    {
        _step++;
        PagingOperation operation = PickOperation();
        bool isTight = _random.Once(6);
        Memory.Capacity = isTight ? Memory.Charged + new FrameCount((uint)_random.Below(8)) : new FrameCount(1U << 31);
        if (_random.Once(5))
        {
            _hoard.LeaveFree(ref Memory.Frames, (uint)_random.Below(9));
        }

        ulong answer = Do(operation);
        _hoard.Release(ref Memory.Frames);
        SystemRule rule = _step % StepsBetweenAudits == 0 ? _laboratory.Audit().Rule : SystemRule.None;
        return new PagingStep(operation, answer, Sum(answer), rule);
    }

    /// <summary>Ends all spaces; the rule that is broken then.</summary>
    internal SystemRule End()
    {
        while (_spaces > 0)
        {
            Destroy();
        }

        while (Memory.Reap(1024))
        {
        }

        return _laboratory.Audit().Rule;
    }

    private ulong Do(PagingOperation operation) => operation switch
    {
        PagingOperation.Create or PagingOperation.Fork => Make(operation == PagingOperation.Fork),
        PagingOperation.Destroy => Destroy(),
        PagingOperation.Reap => Memory.Reap(1 << _random.Below(16)) ? 1UL : 0,
        PagingOperation.Activate => Activate(),
        PagingOperation.Map or PagingOperation.MapStack => Map(operation == PagingOperation.MapStack),
        PagingOperation.MapFrame => MapFrame(),
        PagingOperation.Unmap => Unmap(),
        PagingOperation.Protect => Protect(),
        PagingOperation.Merge => Merge(),
        PagingOperation.Lend => Lend(),
        PagingOperation.LendOver => LendOver(),
        PagingOperation.Fault => Fault(),
        PagingOperation.AllCodes => AllCodes(),
        PagingOperation.Reach => Reach(),
        PagingOperation.Look => Look(),
        _ => Records(),
    };

    private ulong Sum(ulong answer)
    {
        PagingSum sum = default;
        sum.Add(answer);
        sum.Add(ref Memory);
        for (int number = 0; number < _spaces; number++)
        {
            sum.Add(in _laboratory.Space(number));
        }

        return sum.Value;
    }
}
