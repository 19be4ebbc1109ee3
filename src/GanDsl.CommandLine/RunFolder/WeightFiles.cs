namespace GanDsl.CommandLine;

/// <summary>The files that hold the weights of a run.</summary>
internal static class WeightFiles
{
    public const string Generator = "generator.safetensors";
    public const string Discriminator = "discriminator.safetensors";

    /// <summary>Loads one network, of the generator the one that samples come from.</summary>
    /// <param name="gan">The GAN.</param>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="network">Which network.</param>
    /// <param name="checkpoints">Those of the run, whose weights are there before it ends.</param>
    /// <exception cref="GanException">There are none, or they do not fit.</exception>
    public static void Load(IGan gan, string folder, OnnxNetwork network, CheckpointFolder checkpoints)
    {
        var (file, module) =
            network == OnnxNetwork.Generator ? (Generator, gan.SampledGenerator) : (Discriminator, gan.Discriminator);
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw new GanException(
                checkpoints.All is [var newest, ..]
                    ? $"'{folder}' has no {file} yet, which a run writes at its end; take the weights of a checkpoint, such as "
                        + $"--checkpoint {Path.GetFileName(newest)}."
                    : $"'{folder}' holds no run: neither {file} nor a checkpoint is there; train first, or name the folder of a run with --from."
            );
        }

        NetworkWeights.Load(path, module);
    }

    /// <summary>Saves both networks, of the generator the one that samples come from; each file is whole or as it was.</summary>
    public static void Save(IGan gan, OutputFolder folder)
    {
        NetworkWeights.Save(folder[Generator], gan.SampledGenerator);
        NetworkWeights.Save(folder[Discriminator], gan.Discriminator);
    }
}
