namespace GanDsl.Generators.Parsing;

/// <summary>What is declared of layers in one place: on the GAN, before the first layer of a stack, or after a part.</summary>
/// <param name="Inits">First weights; the later ones win.</param>
/// <param name="SpectralNorms">Spectral normalisations; the later ones win.</param>
internal sealed record Modifiers(
    IReadOnlyList<(InitAttribute Init, Place Place)> Inits,
    IReadOnlyList<(SpectralNormAttribute Norm, Place Place)> SpectralNorms
)
{
    public static Modifiers None { get; } = new([], []);

    /// <summary>These and then those that are nearer to the layer, which win.</summary>
    public Modifiers Then(Modifiers nearer) =>
        new([.. Inits, .. nearer.Inits], [.. SpectralNorms, .. nearer.SpectralNorms]);

    /// <summary>What fills a weight; null for PyTorch's default.</summary>
    public InitAttribute? WeightInit(LayerWeight weight) => Inits.LastOrDefault(each => each.Init.IsFor(weight)).Init;

    /// <summary>What fills the bias beside a weight; null for PyTorch's default.</summary>
    public InitAttribute? BiasInit(LayerWeight weight) =>
        Inits.LastOrDefault(each => each.Init.IsFor(weight) && each.Init.SetsBias).Init;

    /// <summary>What normalises the weights of a layer; null where nothing does.</summary>
    public SpectralNormAttribute? SpectralNorm(LayerAttribute layer) =>
        layer.Weight is not { CanBeNormalized: true } ? null : SpectralNorms.LastOrDefault().Norm;
}
