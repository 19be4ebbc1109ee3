using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>A table of vectors, looked up by index (PyTorch: <c>torch.nn.Embedding</c>): integers [*] to [*, dimension].</summary>
public sealed class Embedding : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private static readonly Operator LookUp = new("embedding");
    private static readonly Operator Shorten = new("embedding_renorm_");

    private readonly long? _paddingIndex;
    private readonly double? _maximalNorm;
    private readonly double _normType;
    private readonly bool _scalesByFrequency;
    private readonly bool _isSparse;

    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    internal Embedding(
        Parameter weight,
        long? padding_idx,
        double? max_norm,
        double norm_type,
        bool scale_grad_by_freq,
        bool sparse
    )
        : base(nameof(Embedding))
    {
        var count = weight.shape[0];
        if (padding_idx < -count || padding_idx >= count)
        {
            throw new ArgumentException(
                $"padding_idx is {padding_idx}, but the table has {count} rows: use an index from {-count} to {count - 1}.",
                nameof(padding_idx)
            );
        }

        _paddingIndex = padding_idx < 0 ? padding_idx + count : padding_idx;
        _maximalNorm = max_norm;
        _normType = norm_type;
        _scalesByFrequency = scale_grad_by_freq;
        _isSparse = sparse;
        this.weight = weight;
    }

    /// <summary>The vectors, one a row: [number, dimension].</summary>
    public Parameter? weight
    {
        get => _weight;
        set => SetParameter(nameof(weight), ref _weight, value ?? throw new ArgumentNullException(nameof(weight)));
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input)
    {
        if (_maximalNorm is { } longest)
        {
            using var noGradients = torch.no_grad();
            _ = Shorten.Mutate(_weight, input, longest, _normType);
        }

        return LookUp.Call(_weight, input, _paddingIndex ?? -1, _scalesByFrequency, _isSparse);
    }
}
