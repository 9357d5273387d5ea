// A server: it sends back what it is sent, but for one word that it cannot bear.
Span<byte> buffer = new byte[8192];
SenderId client = SenderId.None;
int length = 0;
while (true)
{
    Call.ReplyReceive(client, buffer[..length], HandleGifts.None, buffer, out Message message).OrFail("receive");
    client = message.Sender;
    length = message.Length <= (ulong)buffer.Length ? (int)message.Length : buffer.Length;
    if (((ReadOnlySpan<byte>)buffer[..length]).SequenceEqual("fail"u8))
    {
        throw new InvalidOperationException("asked to fail");
    }
}
