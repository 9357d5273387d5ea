using System;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Bench;

internal static class Pg
{
    internal static AddressSpace A, B;
    internal static FaultOutcome Outcome;
    internal static PagingError Error;
    internal static PageRange R;
    internal static Frame F;
    internal static void End() { Spaces.Destroy(ref A); if (B.Exists) { Spaces.Destroy(ref B); } }
    internal static void Setup(ulong kib) { Spaces.Create(ref A); State.Memory.Activate(ref A); Spaces.MapTouched(ref A, Spaces.Base, ByteCount.FromKiB(kib)); }
}

internal readonly struct Fork1 : IOperation
{
    public static ReadOnlySpan<byte> Name => "fork-1MiB"u8;
    public static void Prepare() => Pg.Setup(1024);
    public static void Run() => Pg.Error = State.Memory.TryFork(ref Pg.A, new FrameCount(1000000), out Pg.B);
    public static void Finish() => Pg.End();
}

internal readonly struct Fork64 : IOperation
{
    public static ReadOnlySpan<byte> Name => "fork-64MiB"u8;
    public static void Prepare() => Pg.Setup(65536);
    public static void Run() => Pg.Error = State.Memory.TryFork(ref Pg.A, new FrameCount(1000000), out Pg.B);
    public static void Finish() => Pg.End();
}

internal readonly struct FaultSole : IOperation
{
    public static ReadOnlySpan<byte> Name => "resolve-sole"u8;
    public static void Prepare()
    {
        Pg.Setup(1024);
        Spaces.Fork(ref Pg.A, ref Pg.B);
        Spaces.Touch(ref Pg.A, Spaces.Base);
        Spaces.Touch(ref Pg.A, Spaces.Base + new ByteCount(4096));
        Spaces.Destroy(ref Pg.B);
    }
    public static void Run() => Pg.Outcome = Spaces.Touch(ref Pg.A, Spaces.Base + new ByteCount(8192));
    public static void Finish() { Spaces.Demand(Pg.Outcome == FaultOutcome.MadeWritable); Pg.End(); }
}

internal readonly struct FaultCopy : IOperation
{
    public static ReadOnlySpan<byte> Name => "resolve-copy"u8;
    public static void Prepare()
    {
        Pg.Setup(1024);
        Spaces.Fork(ref Pg.A, ref Pg.B);
        Spaces.Touch(ref Pg.A, Spaces.Base);
    }
    public static void Run() => Pg.Outcome = Spaces.Touch(ref Pg.A, Spaces.Base + new ByteCount(8192));
    public static void Finish() { Spaces.Demand(Pg.Outcome == FaultOutcome.Copied); Pg.End(); }
}

internal readonly struct FaultFirst : IOperation
{
    public static ReadOnlySpan<byte> Name => "resolve-first"u8;
    public static void Prepare()
    {
        Pg.Setup(1024);
        Spaces.Fork(ref Pg.A, ref Pg.B);
    }
    public static void Run() => Pg.Outcome = Spaces.Touch(ref Pg.A, Spaces.Base + new ByteCount(8192));
    public static void Finish() { Spaces.Demand(Pg.Outcome == FaultOutcome.Copied); Pg.End(); }
}

internal readonly struct FaultZero : IOperation
{
    public static ReadOnlySpan<byte> Name => "resolve-zero"u8;
    public static void Prepare()
    {
        Pg.Setup(1024);
        State.Memory.Map(ref Pg.A, Spaces.Range(Spaces.Base + ByteCount.FromKiB(1024), new ByteCount(8192)), RegionKind.Anonymous, PageRights.Write);
    }
    public static void Run() => Pg.Outcome = Spaces.Touch(ref Pg.A, Spaces.Base + ByteCount.FromKiB(1024));
    public static void Finish() { Spaces.Demand(Pg.Outcome == FaultOutcome.DemandZero); Pg.End(); }
}

internal readonly struct Lend4 : IOperation
{
    public static ReadOnlySpan<byte> Name => "lend-4KiB"u8;
    public static void Prepare() => LendN.Prepare(4);
    public static void Run() => LendN.Run();
    public static void Finish() => LendN.Finish();
}

internal readonly struct Lend64 : IOperation
{
    public static ReadOnlySpan<byte> Name => "lend-64KiB"u8;
    public static void Prepare() => LendN.Prepare(64);
    public static void Run() => LendN.Run();
    public static void Finish() => LendN.Finish();
}

internal readonly struct Lend1M : IOperation
{
    public static ReadOnlySpan<byte> Name => "lend-1MiB"u8;
    public static void Prepare() => LendN.Prepare(1024);
    public static void Run() => LendN.Run();
    public static void Finish() => LendN.Finish();
}

internal readonly struct Lend16M : IOperation
{
    public static ReadOnlySpan<byte> Name => "lend-16MiB"u8;
    public static void Prepare() => LendN.Prepare(16384);
    public static void Run() => LendN.Run();
    public static void Finish() => LendN.Finish();
}

internal static class LendN
{
    public static void Prepare(ulong kib)
    {
        Pg.Setup(kib);
        Spaces.Create(ref Pg.B);
        Spaces.MapTouched(ref Pg.B, Spaces.Base + ByteCount.FromKiB(16384), ByteCount.FromKiB(64));
        Spaces.MapTouched(ref Pg.B, Spaces.Base + ByteCount.FromKiB(1024 + 512), ByteCount.FromKiB(64));
        Pg.R = Spaces.Range(Spaces.Base, ByteCount.FromKiB(kib));
        if (kib > 1024) { Spaces.Demand(State.Memory.Unmap(ref Pg.B, Spaces.Range(Spaces.Base + ByteCount.FromKiB(1024 + 512), ByteCount.FromKiB(64))) == PagingError.None); }
    }
    public static void Run() => Pg.Error = State.Memory.Lend(ref Pg.A, Pg.R, ref Pg.B, Spaces.Base, PageRights.Write);
    public static void Finish() { Spaces.Demand(Pg.Error == PagingError.None); Pg.End(); }
}

internal readonly struct MapUnmap : IOperation
{
    public static ReadOnlySpan<byte> Name => "map-unmap"u8;
    public static void Prepare() { Pg.Setup(1024); State.Memory.Frames.TryTake(FrameUse.Page, out Pg.F); Pg.R = Spaces.Range(Spaces.Base + ByteCount.FromKiB(1024), new ByteCount(4096)); }
    public static void Run()
    {
        Pg.Error = State.Memory.MapFrame(ref Pg.A, Spaces.Base + ByteCount.FromKiB(1024), Pg.F, RegionKind.Anonymous, PageRights.Write);
        State.Memory.Unmap(ref Pg.A, Pg.R);
    }
    public static void Finish() { Spaces.Demand(Pg.Error == PagingError.None); Pg.End(); }
}
