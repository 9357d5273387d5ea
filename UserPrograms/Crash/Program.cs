// Every way a program can go wrong, each in a child of its own: the child ends, and nobody else notices.
if (args.Length > 0)
{
    return Mistakes.Make(args[0]);
}

int surprises = 0;
foreach (Mistake mistake in Mistakes.All)
{
    Call.Spawn("crash"u8, ArgumentOf(mistake.Name), out Handle child).OrFail("spawn");
    Expect(mistake.Name, child, mistake.Cause, mistake.Code);
}

for (int i = 0; i < Misdeeds.All.Length; i++)
{
    Call.Fork(out Handle child, out bool isChild).OrFail("fork");
    if (isChild)
    {
        Misdeeds.Do((ulong)i);
        return 0;
    }

    Misdeed misdeed = Misdeeds.All[i];
    if (misdeed.Vector == Misdeed.Never)
    {
        Call.Yield().OrFail("yield");
        Call.Kill(child).OrFail("kill");
        Expect(misdeed.Name, child, EndCause.Killed, 0);
    }
    else
    {
        Expect(misdeed.Name, child, EndCause.Trapped, misdeed.Vector, misdeed.Emulated);
    }
}

Console.WriteLine($"crash: {Mistakes.All.Length + Misdeeds.All.Length} ways to go wrong, {surprises} surprises");
return surprises;

void Expect(string name, Handle child, EndCause cause, int code, int other = 0)
{
    Call.Wait(child, out _, out ExitStatus status).OrFail("wait");
    bool isCode = status.Code == code || (other != 0 && status.Code == other);
    bool isExpected = status.Cause == cause && (isCode || cause == EndCause.Killed);
    surprises += isExpected ? 0 : 1;
    Console.WriteLine($"crash: {name,-24} {status}{(isExpected ? "" : ", which is a surprise")}");
}

static ReadOnlySpan<byte> ArgumentOf(string name)
{
    byte[] argument = new byte[name.Length + 1];
    for (int i = 0; i < name.Length; i++)
    {
        argument[i] = (byte)name[i];
    }

    return argument;
}
