using Kernel.Simulation;

namespace Kernel.Tests.Host.Simulation;

/// <summary>Intel SDM vol. 3, 4.6.1 and 4.7, sentence by sentence; no word shared with the machine.</summary>
internal static class NaiveRules
{
    public static bool IsAllowed(
        bool isUserAddress, bool isWritable, bool isExecuteDisabled, AccessKind kind, Ring ring, bool ac,
        PagingControls controls)
    {
        bool mayFetch = !controls.NoExecute || !isExecuteDisabled;
        if (ring == Ring.User)
        {
            return isUserAddress && kind switch
            {
                AccessKind.Read => true,
                AccessKind.Write => isWritable,
                _ => mayFetch,
            };
        }

        if (!isUserAddress)
        {
            return kind switch
            {
                AccessKind.Read => true,
                AccessKind.Write => !controls.WriteProtect || isWritable,
                _ => mayFetch,
            };
        }

        return kind switch
        {
            AccessKind.Read => !controls.Smap || ac,
            AccessKind.Write when controls.WriteProtect => isWritable && (!controls.Smap || ac),
            AccessKind.Write => !controls.Smap || ac,
            _ => !controls.Smep && mayFetch,
        };
    }

    public static ulong ErrorCode(
        bool isPresent, bool isReserved, AccessKind kind, Ring ring, PagingControls controls)
    {
        ulong code = 0;
        if (isPresent)
        {
            code += 1;
        }

        if (kind == AccessKind.Write)
        {
            code += 2;
        }

        if (ring == Ring.User)
        {
            code += 4;
        }

        if (isReserved)
        {
            code += 8;
        }

        if (kind == AccessKind.Fetch && (controls.NoExecute || controls.Smep))
        {
            code += 16;
        }

        return code;
    }
}
