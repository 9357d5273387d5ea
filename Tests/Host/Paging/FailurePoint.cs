using System;
using Kernel.Memory;

namespace Kernel.Tests.Host.Paging;

/// <summary>An operation on the first space of a scene that takes frames, and may be refused.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Frames">How many free frames it wants, to the frame.</param>
/// <param name="Charge">How much more the first space is charged.</param>
/// <param name="Build">What is there before.</param>
/// <param name="Do">The operation.</param>
internal sealed record FailurePoint(
    string Name, uint Frames, uint Charge, Action<PagingScene> Build, Func<PagingScene, PagingError> Do);
