using Kernel.Abi;
using Kernel.Tasks;

namespace Simulator.Model;

/// <summary>An entry of a task's handle table.</summary>
/// <param name="Key">The handle; 0 where there is none.</param>
/// <param name="Target">The task, which may have ended.</param>
/// <param name="Rights">What may be done with it.</param>
/// <param name="Mark">Whether it is a child.</param>
/// <param name="Status">How a child has ended.</param>
internal readonly record struct ModelHandle(
    uint Key, ModelTask? Target, HandleRights Rights, HandleMark Mark, ulong Status);
