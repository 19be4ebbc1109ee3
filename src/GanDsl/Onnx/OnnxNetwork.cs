namespace GanDsl;

/// <summary>Which network of a GAN is exported.</summary>
public enum OnnxNetwork
{
    /// <summary>G: latents to examples.</summary>
    Generator,

    /// <summary>D: examples to logits.</summary>
    Discriminator,
}
