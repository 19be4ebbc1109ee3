using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// What <c>tensor[…]</c> comes down to, as in PyTorch: first a view, through numbers, ranges and new dimensions; then,
/// if there are tensors among the indices, one gather or scatter over that view.
/// </summary>
internal sealed class IndexedView : IDisposable
{
    private readonly Tensor _source;
    private readonly List<Tensor?> _gathered = [];
    private readonly List<Tensor> _made = [];
    private Tensor _view;
    private int _dim;

    public IndexedView(Tensor source, TensorIndex[] indices)
    {
        _source = _view = source;
        try
        {
            foreach (var index in indices)
            {
                Apply(index, indices);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Tensor Read() =>
        _gathered.Count > 0 ? Aten.index.Call(_view, _gathered.ToArray())
        : ReferenceEquals(_view, _source) ? _source.alias()
        : Aten.alias.Call(_view);

    public void Write(Tensor value, bool accumulate)
    {
        if (_gathered.Count > 0)
        {
            Aten.index_put_.Mutate(_view, _gathered.ToArray(), value, accumulate);
        }
        else if (accumulate)
        {
            _view.add_(value);
        }
        else
        {
            // Leading sizes of 1 that the target lacks say nothing: [1, 3] goes into [3].
            var sizes = value.shape;
            var extra = sizes.Length - (int)_view.ndim;
            var superfluous = Math.Max(0, extra);
            if (superfluous > 0 && sizes.AsSpan(0, superfluous).IndexOfAnyExcept(1L) < 0)
            {
                using var trimmed = value.view(sizes[superfluous..]);
                _view.copy_(trimmed);
            }
            else
            {
                _view.copy_(value);
            }
        }
    }

    public void Write(Scalar value)
    {
        if (_gathered.Count == 0)
        {
            _view.fill_(value);
            return;
        }

        using var number = full([], value, _source.dtype, _source.device);
        Aten.index_put_.Mutate(_view, _gathered.ToArray(), number, false);
    }

    public void Dispose()
    {
        foreach (var tensor in _made)
        {
            tensor.Dispose();
        }
    }

    private void Apply(TensorIndex index, TensorIndex[] all)
    {
        switch (index.kind)
        {
            case TensorIndex.Kind.Single:
                Become(_view.select(_dim, index.startIndexOrBoolOrSingle.GetValueOrDefault()));
                break;
            case TensorIndex.Kind.Slice:
                Become(Aten.slice.Call(_view, _dim, index.startIndexOrBoolOrSingle, index.stopIndex, index.step ?? 1L));
                _dim++;
                break;
            case TensorIndex.Kind.Ellipsis:
                _dim += (int)_source.ndim - all.Sum(Consumed);
                break;
            case TensorIndex.Kind.None or TensorIndex.Kind.Null:
                Become(_view.unsqueeze(_dim));
                _dim++;
                break;
            case TensorIndex.Kind.Bool:
                Become(_view.unsqueeze(_dim));
                var flags = index.startIndexOrBoolOrSingle != 0 ? zeros([1], int64) : empty([0], int64);
                _made.Add(flags);
                Gather(_view.device_type == DeviceType.CPU ? flags : Kept(flags.to(_view.device)));
                break;
            default:
                ApplyTensor(index.tensor!);
                break;
        }
    }

    private void ApplyTensor(Tensor tensor)
    {
        if (tensor.ndim == 0 && tensor.is_integral() && tensor.dtype is not (ScalarType.Bool or ScalarType.Byte))
        {
            Become(_view.select(_dim, tensor.ToInt64()));
        }
        else
        {
            Gather(tensor);
        }
    }

    private void Gather(Tensor indices)
    {
        while (_gathered.Count < _dim)
        {
            _gathered.Add(null);
        }

        _gathered.Add(indices);
        _dim++;
    }

    private void Become(Tensor view) => _view = Kept(view);

    private Tensor Kept(Tensor tensor)
    {
        _made.Add(tensor);
        return tensor;
    }

    /// <summary>How many dimensions of the source an index takes up.</summary>
    private static int Consumed(TensorIndex index) =>
        index.kind switch
        {
            TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
            TensorIndex.Kind.Tensor when index.tensor!.dtype is ScalarType.Bool or ScalarType.Byte => (int)
                index.tensor.ndim,
            TensorIndex.Kind.Tensor => 1,
            _ => 0,
        };
}
