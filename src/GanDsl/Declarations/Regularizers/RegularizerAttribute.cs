namespace GanDsl;

/// <summary>Something that holds the discriminator back. Stands on the class of the GAN; docs/reference/losses.md compares them.</summary>
public abstract class RegularizerAttribute : TrainingAttribute
{
    private protected RegularizerAttribute() { }
}
