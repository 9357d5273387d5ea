// A client of echo: of the one that it was given, or of one of its own.
const int Rounds = 1000;

Handle echo = Environment.Given[0];
if (echo.IsNone)
{
    Call.Spawn("echo"u8, default, out echo).OrFail("spawn");
}

Say("a short message"u8);
Say("a message that is longer than thirty-two bytes"u8);
SayMuch(5000);
Measure();
CallError error = Call.Send(echo, "fail"u8, default, out _);
Console.WriteLine($"talk: asked to fail, and {error}");
return error == CallError.PeerGone ? 0 : 1;

void Say(ReadOnlySpan<byte> text)
{
    Span<byte> reply = stackalloc byte[64];
    Call.Send(echo, text, reply, out ulong length).OrFail("send");
    Console.WriteLine($"talk: echo says \"{reply[..(int)length]}\"");
}

void SayMuch(int count)
{
    byte[] question = new byte[count];
    byte[] answer = new byte[count];
    for (int i = 0; i < count; i++)
    {
        question[i] = (byte)i;
    }

    Call.Send(echo, question, answer, out ulong length).OrFail("send");
    bool isSame = ((ReadOnlySpan<byte>)question).SequenceEqual(answer);
    Console.WriteLine($"talk: {length} bytes came back, {(isSame ? "the same" : "changed")}");
}

void Measure()
{
    ulong start = TimeStamp.Now;
    for (int i = 0; i < Rounds; i++)
    {
        Call.SendWords(echo).OrFail("send");
    }

    Console.WriteLine($"talk: a round trip to echo takes {(TimeStamp.Now - start) / Rounds} ticks");
}
