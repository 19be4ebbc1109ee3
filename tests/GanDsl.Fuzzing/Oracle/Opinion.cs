namespace GanDsl.Fuzzing.Oracle;

/// <summary>What the engine makes of a declaration.</summary>
/// <param name="Works">Whether the GAN trains.</param>
/// <param name="Reason">Why not; empty where it does.</param>
/// <param name="WorksAlone">Whether it trains on minibatches of one example, too.</param>
/// <param name="Generator">What was measured of G, where it works.</param>
/// <param name="Discriminator">What was measured of D, where it works.</param>
internal sealed record Opinion(
    bool Works,
    string Reason,
    bool WorksAlone,
    MeasuredNetwork? Generator,
    MeasuredNetwork? Discriminator
)
{
    /// <summary>Whether it does not work because numbers are not finite.</summary>
    public bool Diverges { get; init; }

    public static Opinion Refusal(string reason) => new(false, reason, false, null, null);
}
