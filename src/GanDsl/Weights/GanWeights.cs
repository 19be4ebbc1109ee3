using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The weights of both networks of a GAN in one file; what the generated <c>Save</c> and <c>Load</c> call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GanWeights
{
    private const string Generator = "generator.";
    private const string Discriminator = "discriminator.";
    private const string Average = TrainingState.Average + ".";

    /// <summary>Saves parameters and buffers under PyTorch's names, with the name of the network in front.</summary>
    /// <param name="path">The file; one that exists is replaced once the new one is complete.</param>
    /// <param name="model">The name of the GAN, which the file states.</param>
    /// <param name="generator">G.</param>
    /// <param name="discriminator">D.</param>
    /// <param name="average">The moving average of G; null where none is kept.</param>
    /// <exception cref="GanException">The file cannot be written, or a weight is not finite; one that was there is as it was.</exception>
    public static void Save(
        string path,
        string model,
        nn.Module generator,
        nn.Module discriminator,
        nn.Module? average = null
    ) =>
        WeightFile.Save(
            path,
            model,
            Of(generator, discriminator, average),
            new Dictionary<string, string> { ["format"] = "pt", ["gan"] = model }
        );

    /// <summary>Loads what <see cref="Save"/> has written. Nothing changes where the file is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The name of the GAN, for messages.</param>
    /// <param name="generator">G.</param>
    /// <param name="discriminator">D.</param>
    /// <param name="average">The moving average of G; null where none is kept.</param>
    /// <exception cref="GanException">The file cannot be read, is damaged, or holds the weights of other networks.</exception>
    public static void Load(
        string path,
        string model,
        nn.Module generator,
        nn.Module discriminator,
        nn.Module? average = null
    ) => WeightFile.LoadInto(path, model, Of(generator, discriminator, average));

    private static Dictionary<string, Tensor> Of(nn.Module generator, nn.Module discriminator, nn.Module? average) =>
        new(
            [
                .. WeightFile.WeightsOf(generator, Generator),
                .. WeightFile.WeightsOf(discriminator, Discriminator),
                .. average is null ? [] : WeightFile.WeightsOf(average, Average),
            ],
            StringComparer.Ordinal
        );
}
