namespace GanDsl;

/// <summary>
/// Changes real and generated images at random before the discriminator sees them, so that it cannot learn few real ones by heart; the
/// gradient flows through the change to the generator.
/// </summary>
public abstract class AugmentationAttribute : RegularizerAttribute
{
    private protected AugmentationAttribute() { }
}
