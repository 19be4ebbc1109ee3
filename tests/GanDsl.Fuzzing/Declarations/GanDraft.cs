using GanDsl.Fuzzing.Optimizers;

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
    string? Options = null
)
{
    /// <summary>The name of the declared class.</summary>
    public const string ClassName = "FuzzedGan";

    public const string Simultaneous = "GanUpdate.Simultaneous";

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
                .Concat(Optimizers.Select(optimizer => optimizer.Attribute));
            return string.Concat(attributes.Select(attribute => $"[{attribute}]\n"))
                + $"public partial class {ClassName}\n{{\n"
                + string.Join("\n", Networks.Select(network => network.Text))
                + "}\n";
        }
    }
}
