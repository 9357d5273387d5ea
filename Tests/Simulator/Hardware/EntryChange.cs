namespace Simulator.Hardware;

/// <summary>What an entry was.</summary>
/// <param name="Slot">Which: sixteen to a table.</param>
/// <param name="Before">Its bits.</param>
/// <param name="From">The first moment in which it had them.</param>
/// <param name="Until">The moment in which it had them no more.</param>
/// <param name="Previous">The change of the same entry before this one, or -1.</param>
internal readonly record struct EntryChange(int Slot, ulong Before, int From, int Until, int Previous);
