namespace TorchSharp.Modules;

/// <summary>What the factories hand to <see cref="Convolution"/>: the arguments of all six convolutions in one form.</summary>
internal readonly record struct ConvolutionShape
{
    public required long InChannels { get; init; }
    public required long OutChannels { get; init; }
    public required long[] KernelSize { get; init; }
    public required long[] Stride { get; init; }
    public required long[] Padding { get; init; }
    public required long[] Dilation { get; init; }
    public Padding? PaddingType { get; init; }
    public long[] OutputPadding { get; init; }
    public bool IsTransposed { get; init; }
    public required long Groups { get; init; }
    public required bool HasBias { get; init; }
    public required PaddingModes PaddingMode { get; init; }
    public torch.Device? Device { get; init; }
    public torch.ScalarType? Dtype { get; init; }

    public long[] WeightShape =>
        IsTransposed
            ? [InChannels, OutChannels / Groups, .. KernelSize]
            : [OutChannels, InChannels / Groups, .. KernelSize];

    /// <exception cref="ArgumentException">The arguments contradict each other.</exception>
    public void Validate(string name)
    {
        if (Groups < 1 || InChannels % Groups != 0 || OutChannels % Groups != 0)
        {
            throw new ArgumentException(
                $"{name} cannot split {InChannels} input and {OutChannels} output channels into {Groups} groups: groups must divide both."
            );
        }

        if (IsTransposed && PaddingMode != PaddingModes.Zeros)
        {
            throw new ArgumentException(
                $"{name} was given padding_mode {PaddingMode}, but a transposed convolution pads with zeros only."
            );
        }
    }
}
