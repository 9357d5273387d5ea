namespace Kernel.Simulation;

/// <summary>Holds what the caches answer against what the tables say.</summary>
internal static class Comparison
{
    public static Staleness Of(in AccessOutcome served, in AccessOutcome fresh)
    {
        if (served.IsTranslated && fresh.IsTranslated)
        {
            return served.Translation.Address == fresh.Translation.Address ? Staleness.None : Staleness.WrongFrame;
        }

        if (served.IsTranslated)
        {
            return fresh.Fault.IsProtection && !fresh.Fault.IsReservedBit
                ? Staleness.KeptRight
                : Staleness.KeptTranslation;
        }

        return fresh.IsTranslated ? Staleness.SpuriousFault
            : served.Fault == fresh.Fault ? Staleness.None
            : Staleness.OtherFault;
    }
}
