namespace GanDsl.CommandLine;

/// <summary>
/// The pictures of a run: of grey and coloured images one for each epoch, of points of the plane and signals of one channel one at the end, beside
/// real ones. Of other examples nothing is drawn.
/// </summary>
internal sealed class Gallery : IDisposable
{
    private const string LatentFile = "latents.safetensors";
    private const string LatentTensor = "latents";

    private const int Side = 8;
    private const int ShownPoints = 2500;
    private const int ShownSignals = 8;

    private readonly IGan gan;
    private readonly OutputFolder folder;
    private readonly LatentBatch latents;

    private Gallery(IGan gan, OutputFolder folder, LatentBatch latents) =>
        (this.gan, this.folder, this.latents) = (gan, folder, latents);

    /// <summary>
    /// Draws the latents of all pictures, the same every time, so that they show how the same examples take form; those of a run that goes on
    /// are in its folder.
    /// </summary>
    public static Gallery Open(IGan gan, OutputFolder folder)
    {
        var path = folder[Path.Combine(RunFiles.Pictures, LatentFile)];
        if (File.Exists(path))
        {
            using var saved = SafeTensors.Read(path);
            return
                saved.Tensors.TryGetValue(LatentTensor, out var latents)
                && latents.shape is [> 0, var dimensions]
                && dimensions == gan.LatentDimensions
                ? new(gan, folder, new UntypedLatents(latents.to(gan.Device, copy: true), dimensions))
                : throw new GanException($"'{path}' does not hold the latents of this GAN's pictures; remove it.");
        }

        var drawn = gan.DrawLatents(Side * Side);
        SafeTensors.Write(path, new Dictionary<string, TorchSharp.torch.Tensor> { [LatentTensor] = drawn.Tensor });
        return new(gan, folder, drawn);
    }

    /// <summary>The names of the files that are always written at the end.</summary>
    public static IReadOnlyList<string> FilesOf(IReadOnlyList<long> exampleShape) =>
        exampleShape switch
        {
            [2] => [RunFiles.Points],
            [1, _] => [RunFiles.Signals],
            _ => [],
        };

    /// <summary>Removes the pictures of an earlier run, which would stand between those of this one; other files stay.</summary>
    public static void Clear(OutputFolder folder)
    {
        var pictures = folder[RunFiles.Pictures];
        if (!Directory.Exists(pictures))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(pictures).Where(path => IsOurs(Path.GetFileName(path))))
        {
            File.Delete(path);
        }
    }

    /// <summary>Saves a grid of images as training goes.</summary>
    /// <param name="number">Of the epoch, or of the step where there are no epochs.</param>
    /// <returns>The file; null where examples are no images that can be shown.</returns>
    public string? Save(long number)
    {
        if (gan is not IGan<ImageBatch> ofImages || !ImageGrid.CanShow(gan.ExampleShape[0]))
        {
            return null;
        }

        var path = folder[Path.Combine(RunFiles.Pictures, RunFiles.Picture(number))];
        using var images = ofImages.Sample(latents);
        images.SaveGrid(path, Side);
        return path;
    }

    /// <summary>Saves points of the plane or signals of one channel beside real ones; of other examples nothing.</summary>
    /// <param name="drawReal">Answers that many real examples, or fewer where there are fewer.</param>
    public void SaveBesideReal(Func<int, Minibatch> drawReal)
    {
        switch (gan.ExampleShape)
        {
            case [2]:
            {
                using var real = drawReal(ShownPoints);
                using var points = (PointBatch)gan.Sample(ShownPoints);
                points.SaveScatter(folder[RunFiles.Points], real.Examples);
                break;
            }

            case [1, _]:
            {
                using var real = drawReal(ShownSignals);
                using var signals = (SignalBatch)gan.Sample(ShownSignals);
                signals.SaveWaveforms(folder[RunFiles.Signals], real.Examples);
                break;
            }
        }
    }

    /// <summary>Frees the latents.</summary>
    public void Dispose() => latents.Dispose();

    private static bool IsOurs(string name) => name == LatentFile || RunFiles.NumberOfPicture(name) is not null;
}
