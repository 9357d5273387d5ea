namespace UserPrograms;

/// <summary>Calls about children, with a pattern in all other registers.</summary>
internal static class ChildCalls
{
    private const ulong TextAt = 0x6200_0000;

    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        if (how == "spawn")
        {
            Spawn();
            return;
        }

        Handle child = Peer.StartIdle();
        RegisterFile killed = CallRegisters.Cross(new(SystemCall.Kill, child.Value));
        Check.Done(Raw.ErrorIn(in killed), "kill");
        RegisterFile ended = CallRegisters.Cross(new(SystemCall.Wait, child.Value));
        Check.Done(Raw.ErrorIn(in ended), "wait");
    }

    private static void Spawn()
    {
        ReadOnlySpan<byte> name = "usertestsend"u8;
        ulong nameLength = (ulong)"usertests"u8.Length;
        Check.Done(Call.Map(TextAt, (int)Scratch.Page, out Span<byte> page), "map");
        name.CopyTo(page);
        RegisterFile after = CallRegisters.Cross(new(
            SystemCall.Spawn, TextAt, nameLength, TextAt + nameLength, (ulong)name.Length - nameLength));
        Check.Done(Raw.ErrorIn(in after), "spawn");
        Check.EndsWell(new Handle((uint)after[Register.Rax]), "the child");
    }
}
