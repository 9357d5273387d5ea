using System;
using System.IO;

namespace Kernel.Tests.Model;

/// <summary>A folder for what spin makes; it is gone afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("model-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
