namespace Kernel.Ring3;

/// <summary>All scenes, in their order.</summary>
internal static unsafe class Scenes
{
    /// <summary>Plays them.</summary>
    internal static void PlayAll()
    {
        Scene.Play("demand-zero-by-read"u8, &Touching.DemandZeroByRead);
        Scene.Play("demand-zero-by-write"u8, &Touching.DemandZeroByWrite);
        Scene.Play("stack-grows"u8, &Touching.StackGrows);
        Scene.Play("stack-overflow"u8, &Touching.StackOverflow);
        Scene.Play("copy-on-write"u8, &Sharing.CopyOnWrite);
        Scene.Play("parent-writes-after-fork"u8, &Sharing.ParentWrites);
        Scene.Play("sole-owner"u8, &Sharing.SoleOwner);
        Scene.Play("lent-read-only"u8, &Sharing.LentReadOnly);
        Scene.Play("not-mapped"u8, &Refusing.NotMapped);
        Scene.Play("kernel-address"u8, &Refusing.KernelAddress);
        Scene.Play("execute-data"u8, &Refusing.ExecuteData);
        Scene.Play("write-code"u8, &Refusing.WriteCode);
        Scene.Play("write-constant"u8, &Refusing.WriteConstant);
        Scene.Play("unmapped-at-once"u8, &Editing.Unmapped);
        Scene.Play("protected-at-once"u8, &Editing.Protected);
        Scene.Play("registers-after-zero"u8, &Registers.AfterDemandZero);
        Scene.Play("registers-after-copy"u8, &Registers.AfterCopy);
        Scene.Play("registers-after-sole"u8, &Registers.AfterSole);
        Scene.Play("registers-when-refused"u8, &Registers.WhenRefused);
        Scene.Play("ticks-come"u8, &Ticks.Come);
        Scene.Play("ticks-leave-registers"u8, &Ticks.LeaveRegisters);
        Scene.Play("ticks-leave-wide-registers"u8, &Ticks.LeaveWideRegisters);
        Scene.Play("ticks-end-waiting"u8, &Ticks.EndWaiting);
        Scene.Play("random-trees"u8, &Trees.Compare);
    }
}
