using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Writes the network of a GAN as a file of the format ONNX; what the generated <c>ExportOnnx</c> calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OnnxExport
{
    /// <summary>Writes the model, its data where they stand in a file of their own, and the model card.</summary>
    /// <param name="path">The file of the model.</param>
    /// <param name="options">Which network, and how.</param>
    /// <param name="description">What the GAN says of itself.</param>
    /// <param name="generator">Answers the graph of G.</param>
    /// <param name="discriminator">Answers the graph of D.</param>
    /// <exception cref="GanException">A file cannot be written, a weight is not finite, or a module has no form in ONNX.</exception>
    public static OnnxFiles Write(
        string path,
        OnnxOptions options,
        OnnxDescription description,
        Func<OnnxOptions, OnnxGraph> generator,
        Func<OnnxOptions, OnnxGraph> discriminator
    )
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(discriminator);
        Check(path, options, description);
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var graph = options.Network == OnnxNetwork.Generator ? generator(options) : discriminator(options);
        foreach (var initializer in graph.Initializers)
        {
            initializer.Check();
        }

        var card = options.ModelCard ? ModelCard.PathBeside(path) : null;
        var metadata = OnnxMetadata.Of(options, description);
        var data = new OnnxFile(graph, description.State.Gan, metadata).Write(path, options.ExternalData);
        var files = new OnnxFiles(path, data, card);
        if (card is not null)
        {
            new ModelCard(options, description, graph, metadata).Write(files);
        }

        return files;
    }

    private static void Check(string path, OnnxOptions options, OnnxDescription description)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new GanException("The path to export to is empty; give the name of a file, such as faces.onnx.");
        }

        if (!Enum.IsDefined(options.Network))
        {
            throw new GanException(
                $"There is no network {(int)options.Network}; choose OnnxNetwork.Generator or OnnxNetwork.Discriminator."
            );
        }

        if (options.Averaged == true && options.Network == OnnxNetwork.Generator && !description.KeepsAverage)
        {
            throw new GanException(
                $"{description.State.Gan} keeps no moving average of its generator that could be exported; declare [Ema(0.999)], or leave "
                    + $"{nameof(OnnxOptions.Averaged)} out."
            );
        }

        if (options.ClassNames is { } names && names.Count > (description.ClassCount ?? 0))
        {
            throw new GanException(
                description.ClassCount is { } classes
                    ? $"{description.State.Gan} declares {classes} classes, but {names.Count} names of classes are given; give one for each."
                    : $"{description.State.Gan} has no labels, so names of classes mean nothing; leave {nameof(OnnxOptions.ClassNames)} out."
            );
        }
    }
}
