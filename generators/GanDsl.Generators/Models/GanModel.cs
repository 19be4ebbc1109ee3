namespace GanDsl.Generators.Models;

/// <summary>Everything that emission needs to know of a declared GAN, and nothing that changes when the declaration does not.</summary>
/// <param name="Namespace">The namespace, or null for the global one.</param>
/// <param name="ContainingTypes">The names of the classes around it, outermost first.</param>
/// <param name="Name">The name of the class.</param>
/// <param name="FullName">The name with namespace and containing classes, without escapes: the prefix of file names.</param>
/// <param name="Loss">The loss that trains the generator.</param>
/// <param name="Update">How the networks take turns.</param>
/// <param name="DiscriminatorSteps">k, the default of the option.</param>
/// <param name="BatchSize">m, the default of the option.</param>
/// <param name="Epochs">The default of the option.</param>
/// <param name="LatentDimensions">The size of a latent.</param>
/// <param name="LatentDistribution">What a latent is drawn from.</param>
/// <param name="Data">The batch type of the data.</param>
/// <param name="Generator">G.</param>
/// <param name="Discriminator">D.</param>
internal sealed record GanModel(
    string? Namespace,
    EquatableArray<string> ContainingTypes,
    string Name,
    string FullName,
    GanLoss Loss,
    GanUpdate Update,
    int DiscriminatorSteps,
    int BatchSize,
    int Epochs,
    int LatentDimensions,
    LatentDistribution LatentDistribution,
    BatchModel Data,
    NetworkModel Generator,
    NetworkModel Discriminator
)
{
    /// <summary>2 where a layer normalises one value per channel over the minibatch, whose variance needs two, else 1.</summary>
    public int LeastBatchSize => Generator.NormalizesOneValue || Discriminator.NormalizesOneValue ? 2 : 1;
}
