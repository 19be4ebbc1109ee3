namespace GanDsl.Generators.Models;

/// <summary>The generator or the discriminator.</summary>
/// <param name="Name">The name of the nested class.</param>
/// <param name="Accessibility">Who can see the nested class, such as <c>public</c>.</param>
/// <param name="Input">The shape of one input.</param>
/// <param name="Layers">The layers and blocks in order; up to the first one at fault where there is one.</param>
/// <param name="CouplesExamples">Whether the output for an example depends on the others of its minibatch.</param>
/// <param name="NormalizesOneValue">Whether a layer normalises one value per channel over the minibatch.</param>
/// <param name="OptimizerConstruction">The expression that creates its optimiser.</param>
/// <param name="OptimizerDescription">Its optimiser in words, without the learning rate.</param>
/// <param name="LearningRate">The declared step size.</param>
/// <param name="IsComplete">Whether the whole network could be inferred.</param>
internal sealed record NetworkModel(
    string Name,
    string Accessibility,
    Shape Input,
    EquatableArray<LayerModel> Layers,
    bool CouplesExamples,
    bool NormalizesOneValue,
    string OptimizerConstruction,
    string OptimizerDescription,
    double LearningRate,
    bool IsComplete
)
{
    /// <summary>The expression for the factor that schedules give its learning rate; null where it stays as it is.</summary>
    public string? LearningRateFactor { get; init; }

    /// <summary>The largest norm of its gradient; null where it is not clipped.</summary>
    public double? GradientNorm { get; init; }

    /// <summary>Whether the forward pass takes labels.</summary>
    public bool ReadsLabels => Layers.Any(layer => layer.ReadsLabels);

    /// <summary>Whether it has matrix products or convolutions, which can be computed in bfloat16.</summary>
    public bool HasBFloat16 => Layers.Any(layer => layer.ForwardInBFloat16 is not null);

    /// <summary>Whether a layer with parameters gives maps, values at several places, rather than vectors.</summary>
    public bool MakesMaps =>
        Layers
            .SelectMany(layer => layer.WithBlocks)
            .Any(layer => layer is { Block: null, ParameterCount: > 0, Output.Rank: > 1 });

    /// <summary>Whether it has convolutions of images or volumes.</summary>
    public bool ConvolvesMaps => Layers.SelectMany(layer => layer.WithBlocks).Any(layer => layer.ConvolvesMaps);

    /// <summary>
    /// Whether the values of all layers together are few for an example: what a GPU spends on them is then rather the number of operations than
    /// their work.
    /// </summary>
    public bool HasFewValues =>
        Count.Sum(
            Layers
                .SelectMany(layer => layer.WithBlocks)
                .Where(layer => layer.Block is null)
                .Select(layer => layer.Output.ElementCount)
        )
        <= 1 << 16;

    /// <summary>Whether weights of a layer are normalised by estimates of their norms.</summary>
    public bool HasSpectralNorm =>
        Layers.SelectMany(layer => layer.WithBlocks).Any(layer => layer.SpectralNorm is not null);

    /// <summary>The places of its largest map: height times width, of volumes also times depth.</summary>
    public long LargestMap =>
        Layers
            .SelectMany(layer => layer.WithBlocks)
            .Select(layer => layer.Output)
            .Prepend(Input)
            .Where(shape => shape.Rank >= 3)
            .Select(shape => shape.ElementCount / shape[0])
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>Whether a layer keeps means over minibatches for evaluation, which can be computed anew.</summary>
    public bool KeepsMinibatchStatistics =>
        Layers.SelectMany(layer => layer.WithBlocks).Any(layer => layer.KeepsMinibatchStatistics);

    /// <summary>The layer that names the class of what D sees, where there is one.</summary>
    public LayerModel? Classifier => Layers.FirstOrDefault(layer => layer.Classification is not null);

    public Shape Output => Layers.Count == 0 ? Input : Layers[Layers.Count - 1].Output;

    public long ParameterCount => Count.Sum(Layers.Select(layer => layer.ParameterCount));

    /// <summary>Whether the counts tell everything: not so with modules of the user's.</summary>
    public bool IsCounted => Layers.All(layer => layer.IsCounted);

    /// <summary>The kinds of the modules whose parameters and multiply-adds are not known.</summary>
    public IEnumerable<string> Uncounted =>
        Layers
            .SelectMany(layer => layer.WithBlocks)
            .Where(layer => layer is { IsCounted: false, Block: null })
            .Select(layer => layer.Kind)
            .Distinct();

    public long MultiplyAdds => Count.Sum(Layers.Select(layer => layer.MultiplyAdds));
}
