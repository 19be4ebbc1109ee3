using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Draws signals.</summary>
public static class SignalBatchPlotExtensions
{
    /// <summary>Saves signals, beside real ones, as a drawing.</summary>
    /// <param name="signals">The generated signals.</param>
    /// <param name="path">The file, *.svg, *.png, *.jpg or *.webp; one that exists is replaced once the new one is complete.</param>
    /// <param name="real">Real signals [M, channels, length] to compare with.</param>
    /// <param name="title">Stands above the drawing.</param>
    /// <exception cref="ArgumentException">One of the tensors has no signals.</exception>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public static void SaveWaveforms(
        this SignalBatch signals,
        string path,
        Tensor real,
        string title = "Real and generated signals"
    )
    {
        ArgumentNullException.ThrowIfNull(signals);
        WaveformPlot.Save(path, real, signals.Tensor, signals.Range, title);
    }
}
