using Kernel.Memory;

namespace Kernel.Tests.Host.Paging;

/// <summary>What the model knows of a page.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Rights">What may be done beside reading.</param>
/// <param name="IsThere">It was touched, or mapped with a frame.</param>
/// <param name="Content">Its first byte.</param>
internal readonly record struct ModelPage(RegionKind Kind, PageRights Rights, bool IsThere, byte Content);
