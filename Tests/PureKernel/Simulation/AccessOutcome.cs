using Kernel.Memory;

namespace Kernel.Simulation;

/// <summary>How an access ends, with what there is to know of it.</summary>
/// <param name="Kind">Which of the other two means something.</param>
/// <param name="Translation">Where it led.</param>
/// <param name="Fault">The error code.</param>
public readonly record struct AccessOutcome(OutcomeKind Kind, Translation Translation, PageFaultCode Fault)
{
    /// <summary>The access read, wrote or fetched.</summary>
    public bool IsTranslated => Kind == OutcomeKind.Translated;

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        OutcomeKind.Translated => $"physical 0x{Translation.Address.Value:x}",
        OutcomeKind.PageFault => $"page fault 0x{Fault.Bits:x}",
        _ => "general-protection exception",
    };

    internal static AccessOutcome NotCanonical => new(OutcomeKind.GeneralProtection, default, default);

    internal static AccessOutcome Translated(in Translation translation) =>
        new(OutcomeKind.Translated, translation, default);

    internal static AccessOutcome PageFault(PageFaultCode code) => new(OutcomeKind.PageFault, default, code);
}
