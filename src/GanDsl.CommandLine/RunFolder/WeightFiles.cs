namespace GanDsl.CommandLine;

/// <summary>The files that hold the weights of a run.</summary>
internal static class WeightFiles
{
    public const string Generator = "generator.safetensors";
    public const string Discriminator = "discriminator.safetensors";

    /// <summary>Loads one network, of the generator the one that samples come from.</summary>
    public static void Load(IGan gan, string folder, OnnxNetwork network)
    {
        var (file, module) =
            network == OnnxNetwork.Generator ? (Generator, gan.SampledGenerator) : (Discriminator, gan.Discriminator);
        NetworkWeights.Load(Path.Combine(folder, file), module);
    }

    /// <summary>Saves both networks, of the generator the one that samples come from; each file is whole or as it was.</summary>
    public static void Save(IGan gan, OutputFolder folder)
    {
        NetworkWeights.Save(folder[Generator], gan.SampledGenerator);
        NetworkWeights.Save(folder[Discriminator], gan.Discriminator);
    }
}
