namespace Verbs.Measuring;

/// <summary>What a figure comes to, beside its bar.</summary>
public enum Verdict
{
    /// <summary>At its bar or under it, or it has none.</summary>
    Ok,

    /// <summary>Over its bar.</summary>
    Over,

    /// <summary>The guest did not measure it on every processor.</summary>
    Missing,
}
