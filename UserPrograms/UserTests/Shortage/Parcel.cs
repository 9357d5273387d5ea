namespace UserPrograms;

/// <summary>What a second task sends: bytes from pages of its own.</summary>
/// <param name="First">The first byte's place in its page.</param>
/// <param name="Length">How many.</param>
/// <param name="IsToCome">Whether nobody has touched those pages.</param>
/// <param name="HasHandle">Whether a handle comes with them.</param>
internal readonly record struct Parcel(int First, int Length, bool IsToCome = false, bool HasHandle = false)
{
    /// <summary>The bytes of a buffer that is large enough.</summary>
    internal const int Large = 3 * (int)Scratch.Page;

    /// <summary>Bytes that have to be copied.</summary>
    internal static Parcel Bytes => new(100, Large - 200);

    /// <summary>Pages that lie as the buffers here do.</summary>
    internal static Parcel Pages => new(0, Large);

    /// <summary>Bytes that are not there yet.</summary>
    internal static Parcel ToCome => new(100, Large - 200, IsToCome: true);

    /// <summary>A short message with a handle.</summary>
    internal static Parcel Handle => new(0, MessageInfo.ShortBytes, HasHandle: true);

    /// <summary>The handle.</summary>
    internal HandleGifts Gifts => HasHandle ? HandleGifts.Copy(Peer.Parent) : HandleGifts.None;

    private byte Expected => (byte)(IsToCome ? 0 : 1);

    /// <summary>In the task that sends it: the bytes.</summary>
    internal ReadOnlySpan<byte> Make()
    {
        Check.Done(Call.Map(Regions.First, Large, out Span<byte> data), "map");
        if (!IsToCome)
        {
            data.Fill(Expected);
        }

        return data.Slice(First, Length);
    }

    /// <summary>In the task that gets it, before there is the other: a buffer to come, in tables that both share.</summary>
    internal static void MakeRoom() => Check.Done(Call.Map(Regions.Second, Large, MapRights.Write), "map");

    /// <summary>After that: who gets a short message writes it there itself, out of registers.</summary>
    internal void TouchRoom()
    {
        if (Length <= MessageInfo.ShortBytes)
        {
            Call.Mapped(Regions.Second, Length)[0] = 1;
        }
    }

    /// <summary>In the task that gets it: all of it has to be there.</summary>
    internal void Expect(ulong length, ReadOnlySpan<byte> buffer)
    {
        Check.Equal((ulong)Length, length, "the length");
        foreach (byte each in buffer[..Length])
        {
            Check.Equal(Expected, each, "a byte");
        }
    }
}
