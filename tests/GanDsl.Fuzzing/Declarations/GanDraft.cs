using GanDsl.Fuzzing.Optimizers;
using GanDsl.Fuzzing.Regularizers;
using GanDsl.Fuzzing.Structure;

namespace GanDsl.Fuzzing.Declarations;

/// <summary>A random declaration of a GAN, and the options that it is created with; what is missing is null or empty.</summary>
internal sealed record GanDraft(
    string? Loss,
    string? Update,
    int? DiscriminatorSteps,
    int? BatchSize,
    int? Epochs,
    int? Latent,
    string? Distribution,
    IReadOnlyList<DataDraft> Data,
    IReadOnlyList<FuzzedOptimizer> Optimizers,
    NetworkDraft? Generator,
    NetworkDraft? Discriminator,
    IReadOnlyList<FuzzedRegularizer> Regularizers,
    int? Labels,
    IReadOnlyList<FuzzedModifier> Modifiers,
    string? Options = null
)
{
    /// <summary>The name of the declared class.</summary>
    public const string ClassName = "FuzzedGan";

    public const string Simultaneous = "GanUpdate.Simultaneous";

    /// <summary>How many examples D judges at once.</summary>
    public int Packing => Regularizers.OfType<FuzzedPacking>().FirstOrDefault()?.Count ?? 1;

    /// <summary>The parts of a minibatch whose gradients are accumulated.</summary>
    public int Parts => Regularizers.OfType<FuzzedAccumulateGradients>().FirstOrDefault()?.Parts ?? 1;

    /// <summary>The sizes of what D judges, without N.</summary>
    public long[] Judged => [Packing * Data[0].Shape[0], .. Data[0].Shape.Skip(1)];

    /// <summary>A minibatch that is cheap: the declared one, or three inputs of D in each of its parts.</summary>
    public int SmallBatch => Math.Min(BatchSize ?? int.MaxValue, 3 * Packing * Parts);

    public IEnumerable<NetworkDraft> Networks => new[] { Generator, Discriminator }.OfType<NetworkDraft>();

    /// <summary>The declaration as a user types it.</summary>
    public string Text
    {
        get
        {
            var gan = new AttributeText("Gan")
                .SetText("Loss", Loss)
                .SetText("Update", Update)
                .Set("DiscriminatorSteps", DiscriminatorSteps)
                .Set("BatchSize", BatchSize)
                .Set("Epochs", Epochs);
            var latent = Latent is { } dimensions
                ? new AttributeText("Latent").Add(dimensions).SetText("Distribution", Distribution).ToString()
                : null;
            var attributes = new[] { gan.ToString(), latent }
                .OfType<string>()
                .Concat(Data.Select(data => data.Attribute))
                .Concat(Optimizers.Select(optimizer => optimizer.Attribute))
                .Concat(Labels is { } classes ? [new AttributeText("Labels").Add(classes).ToString()] : [])
                .Concat(Regularizers.Select(regularizer => regularizer.Attribute))
                .Concat(Modifiers.Select(modifier => modifier.Attribute));
            return string.Concat(attributes.Select(attribute => $"[{attribute}]\n"))
                + $"public partial class {ClassName}\n{{\n"
                + string.Join("\n", Networks.Select(network => network.Text))
                + "}\n\n"
                + string.Concat(
                    Networks.SelectMany(network => network.Layers).OfType<FuzzedBlock>().Select(block => block.Classes)
                );
        }
    }
}
