using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Base class of normalisations over channels that may learn an affine map and track running statistics.</summary>
public abstract class NormBase : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(running_mean))]
    private torch.Tensor? _runningMean;

    [ComponentName(Name = nameof(running_var))]
    private torch.Tensor? _runningVariance;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private torch.Tensor? _batchesTracked;

    /// <summary>Creates the parameters (ones and zeros) and the statistics (mean 0, variance 1).</summary>
    /// <param name="num_features">Number of channels.</param>
    /// <param name="eps">Added to the variance before the square root.</param>
    /// <param name="momentum">Weight of the newest batch in the running statistics; null for the plain mean of all batches.</param>
    /// <param name="affine">Whether there are weight and bias.</param>
    /// <param name="track_running_stats">Whether there are running statistics.</param>
    /// <param name="device">Where they are created; default: the default device.</param>
    /// <param name="dtype">Their element type; default: the default type.</param>
    /// <param name="name">The name that <see cref="torch.nn.Module.GetName"/> returns.</param>
    public NormBase(
        long num_features,
        double eps,
        double? momentum,
        bool affine,
        bool track_running_stats,
        torch.Device? device,
        torch.ScalarType? dtype,
        string name
    )
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = new Parameter(torch.ones([num_features], dtype, device));
            bias = new Parameter(torch.zeros([num_features], dtype, device));
        }

        if (track_running_stats)
        {
            running_mean = torch.zeros([num_features], dtype, device);
            running_var = torch.ones([num_features], dtype, device);
            num_batches_tracked = torch.zeros([], torch.ScalarType.Int64, device);
        }
    }

    /// <summary>Number of channels.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance before the square root.</summary>
    public double eps { get; set; }

    /// <summary>Weight of the newest batch in the running statistics; null for the plain mean of all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are <see cref="weight"/> and <see cref="bias"/>.</summary>
    public bool affine { get; }

    /// <summary>Whether there are running statistics.</summary>
    public bool track_running_stats { get; }

    /// <summary>The factor of each channel: [num_features]; null where <see cref="affine"/> is false.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(nameof(weight), ref _weight, value ?? throw new ArgumentNullException(nameof(weight)));
    }

    /// <summary>What is added to each channel: [num_features], or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(nameof(bias), ref _bias, value);
    }

    /// <summary>The running mean of each channel: [num_features], or null.</summary>
    public torch.Tensor? running_mean
    {
        get => _runningMean;
        set => SetBuffer(nameof(running_mean), ref _runningMean, value);
    }

    /// <summary>The running variance of each channel: [num_features], or null.</summary>
    public torch.Tensor? running_var
    {
        get => _runningVariance;
        set => SetBuffer(nameof(running_var), ref _runningVariance, value);
    }

    /// <summary>How many batches went into the running statistics: a 64-bit scalar, or null.</summary>
    public torch.Tensor? num_batches_tracked
    {
        get => _batchesTracked;
        set => SetBuffer(nameof(num_batches_tracked), ref _batchesTracked, value);
    }

    /// <summary>Sets the running statistics back to mean 0, variance 1 and no batches.</summary>
    public void reset_running_stats()
    {
        if (track_running_stats)
        {
            torch.nn.init.zeros_(running_mean!);
            torch.nn.init.ones_(running_var!);
            torch.nn.init.zeros_(num_batches_tracked!);
        }
    }

    /// <summary>Sets the running statistics back, the factors to 1 and the offsets to 0.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (affine)
        {
            torch.nn.init.ones_(weight);
            torch.nn.init.zeros_(bias!);
        }
    }

    /// <summary>Refuses an input with a wrong number of dimensions.</summary>
    /// <param name="input">The input of the module.</param>
    /// <exception cref="ArgumentException">The number of dimensions is wrong.</exception>
    protected abstract void ValidateInputDimensions(torch.Tensor input);

    private protected void RequireDimensions(torch.Tensor input, int fewest, int most)
    {
        var dimensions = input.dim();
        if (dimensions < fewest || dimensions > most)
        {
            var needed = fewest == most ? $"{fewest}" : $"{fewest} or {most}";
            throw new ArgumentException(
                $"{GetName()} was given shape [{string.Join(", ", input.shape)}], but needs {needed} dimensions with "
                    + $"{num_features} channels in the second: reshape the input, or take the normalisation for its dimensions.",
                nameof(input)
            );
        }
    }
}
