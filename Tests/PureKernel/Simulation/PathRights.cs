namespace Kernel.Simulation;

/// <summary>The rights of a path through the tables: what every entry on it gives (Intel SDM vol. 3, 4.6).</summary>
/// <param name="Writable">R/W is 1 in all of them.</param>
/// <param name="User">U/S is 1 in all of them: the address is a user-mode address.</param>
/// <param name="Executable">XD is 0 in all of them.</param>
public readonly record struct PathRights(bool Writable, bool User, bool Executable)
{
    internal static PathRights All => new(Writable: true, User: true, Executable: true);

    internal PathRights Through(ulong bits) => new(
        Writable && (bits & EntryBits.Writable) != 0,
        User && (bits & EntryBits.User) != 0,
        Executable && (bits & EntryBits.NoExecute) == 0);

    internal bool Allow(in AccessRequest request, PagingControls controls) => request.Kind switch
    {
        AccessKind.Read => AllowData(request, controls),
        AccessKind.Write => AllowData(request, controls)
            && (Writable || (request.Ring == Ring.Kernel && !controls.WriteProtect)),
        _ => (Executable || !controls.NoExecute) && (request.Ring == Ring.User ? User : !(User && controls.Smep)),
    };

    private bool AllowData(in AccessRequest request, PagingControls controls) =>
        request.Ring == Ring.User ? User : !User || !controls.Smap || request.AlignmentCheck;
}
