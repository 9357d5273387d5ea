using System.Collections.Generic;
using Kernel.Abi;
using Kernel.Console;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;
using Simulator.Audit;
using Simulator.Hardware;
using Simulator.Model;
using TreeFigures;

namespace Simulator;

/// <summary>The kernel on the flat machine, the model beside it, and the audit after each step.</summary>
internal sealed partial class Simulation
{
    /// <summary>A full audit comes after so many steps.</summary>
    public const int FullAuditEvery = 8192;

    private const ulong Start = 32UL << 20;
    private const ulong FirmwareStart = 0x1_0000;
    private const ulong ArchiveStart = 16UL << 20;

    private readonly List<Frame> _taken = [];
    private readonly ModelKernel _model;
    private readonly Ledger _ledger = null!;
    private readonly BootInfo _boot;
    private readonly FrameCount _freeAtStart;
    private readonly uint _taskQuotas;
    private Core _core;
    private byte _images;
    private uint _imageCharges;
    private int _steps;

    /// <summary>A machine that has been started with its first program.</summary>
    /// <param name="mebibytes">Its memory.</param>
    /// <param name="hasClock">Whether a clock tells the time, and not the ticks of the timer alone.</param>
    public Simulation(int mebibytes, bool hasClock)
    {
        int frames = mebibytes << (20 - Frame.Shift);
        byte[] archive = ModelImage.Archive;
        FlatMachine.Reset(frames, processors: 2);
        FlatMachine.AddFirmware(FirmwareStart, BootTags.OneRegion(Start, frames), ArchiveStart, archive);
        BootInfo.Decode(BootProtocol.Multiboot2, new PhysAddr(FirmwareStart), ref _boot);
        var inUse = new BootUse(
            in _boot, new PhysRange(new PhysAddr(0x10_0000), new PhysAddr(0x15_0000)), new PhysAddr(0x15_0000));
        if (!_core.Memory.Frames.TryPlan(in _boot, in inUse))
        {
            SimulationException.Throw("no room for the frame table");
        }

        _core.Memory.Frames.Populate(in _boot, in inUse);
        FlatMachine.WriteEntry(FlatMachine.KernelRoot, 11, PageEntry.ForTable(new PhysAddr(0x20_0000)).Bits);
        _core.Clock = new BootClock(EntryTicks: 0, hasClock ? 1000UL : 0);
        _core.Start(FlatMachine.KernelRoot, CpuFeatures.GibibytePages);
        _freeAtStart = _core.Memory.Frames.Free;
        var range = new PhysRange(new PhysAddr(ArchiveStart), new PhysAddr(ArchiveStart + (ulong)archive.Length));
        if (_core.TryStartFirst(range, "init"u8, default) != CallError.None)
        {
            SimulationException.Throw("the first program does not start");
        }

        TaskSlot first = _core.Dispatch();
        _taskQuotas = first.Task.TaskQuota;
        _model = new ModelKernel { IsScarce = IsScarce, IsLoaded = IsLoaded, HasClock = hasClock };
        _model.Begin(ModelOf(first));
        _ledger = new Ledger();
        for (int frame = 1; frame < FlatMachine.FrameCount; frame++)
        {
            FlatMachine.Touched.Add(frame);
        }

        Audit();
    }

    /// <summary>The first program has ended, and everything with it.</summary>
    public bool HasEnded => _core.HasEnded;

    /// <summary>How many tasks there are.</summary>
    public uint Live => _core.Live;

    /// <summary>Does a step and looks whether all is well.</summary>
    /// <exception cref="SimulationException">It is not.</exception>
    public void Do(in Step step)
    {
        if (!_core.HasEnded)
        {
            PassTime();
            Act(in step);
            Audit();
            if (++_steps % FullAuditEvery == 0)
            {
                AuditFully();
            }
        }
    }

    /// <summary>Ends all tasks: nothing is lost.</summary>
    /// <exception cref="SimulationException">Something is.</exception>
    public void Finish()
    {
        AuditFully();
        Feed();
        while (FindTask(0) is { } task)
        {
            End(task);
            Audit();
        }

        for (byte index = 0; index < _images; index++)
        {
            ref AddressSpace space = ref _core.Images.At(index).Space;
            _ledger.Pin(FlatMachine.IndexOf(space.Root), -1);
            _core.Memory.Destroy(ref space);
        }

        while (_core.Memory.Reap(64))
        {
        }

        _ledger.Settle(ref _core.Memory);
        if (_core.Memory.Frames.Free != _freeAtStart || _core.Memory.Charged != FrameCount.Zero)
        {
            SimulationException.Throw(
                $"{_core.Memory.Frames.Free.Value} frames are free of {_freeAtStart.Value} after the end");
        }
    }

    private void Audit()
    {
        for (; _core.Images.At(_images).Space.Exists; _images++)
        {
            ref readonly AddressSpace space = ref _core.Images.At(_images).Space;
            _imageCharges += space.Charge.Value;
            _ledger.Pin(FlatMachine.IndexOf(space.Root), 1);
        }

        TaskAudit.Check(ref _core, _model);
        _ledger.Settle(ref _core.Memory);
        if (!_core.HasEnded)
        {
            _ledger.CheckCharges(ref _core.Memory, _core.Live, _taskQuotas, _imageCharges);
        }

        AuditProcessors();
        FlatMachine.Touched.Clear();
    }

    private void AuditProcessors()
    {
        Frame root = _core.Current.IsNone ? FlatMachine.KernelRoot : _core.Current.Task.Space.Root;
        if (FlatMachine.Processors[0].Root != root)
        {
            SimulationException.Throw("the processor has another address space than the current task's");
        }

        foreach (Caches caches in FlatMachine.Processors)
        {
            caches.AssertNoHarm();
        }
    }

    private void AuditFully()
    {
        for (int frame = 1; frame < FlatMachine.FrameCount; frame++)
        {
            FlatMachine.Touched.Add(frame);
            if (_model.At(frame) is { } task)
            {
                RealMemory.AssertSame(task);
            }
        }

        AuditResult result = FrameAudit.Check(ref _core.Memory.Frames);
        if (!result.IsSound)
        {
            SimulationException.Throw($"the frame table: {result}");
        }

        Audit();
    }

    private bool IsScarce() => _core.Memory.Frames.Free.Value < 128
        || _core.Memory.Charged.Value + 700 > _core.Memory.Capacity.Value;

    private bool IsLoaded(string name)
    {
        bool isLoaded = false;
        for (byte index = 0; _core.Images.At(index).Space.Exists; index++)
        {
            isLoaded |= System.Text.Encoding.ASCII.GetString(_core.Images.At(index).Name.Text) == name;
        }

        return isLoaded;
    }

    private static ModelTask ModelOf(TaskSlot first) => new(
        FlatMachine.IndexOf(first.Frame), first.Task.Serial, first.Task.Priority.Level)
    {
        TaskQuota = first.Task.TaskQuota,
        Quota = first.Task.Space.Quota.Value,
        ReplyKey = first.Task.ReplyKey.Value,
        Memory = ModelImage.Find("init")!.Start([], out ulong at),
        Told = new Told(0, 0, 0, at),
    };
}
