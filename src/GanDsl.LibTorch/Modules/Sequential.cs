using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other, each fed with the result of the one before (PyTorch: <c>torch.nn.Sequential</c>).</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.IModule<Tensor, Tensor>> _modules = [];

    internal Sequential()
        : base(nameof(Sequential)) { }

    /// <summary>Creates a sequence of named modules.</summary>
    /// <param name="modules">The modules in order, each with its name.</param>
    protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
        : this()
    {
        foreach (var (name, submodule) in modules)
        {
            append(name, submodule);
        }
    }

    /// <summary>Creates a sequence of modules named 0, 1, 2 and so on.</summary>
    /// <param name="modules">The modules in order.</param>
    protected Sequential(params nn.Module<Tensor, Tensor>[] modules)
        : this()
    {
        foreach (var module in modules)
        {
            append(module);
        }
    }

    /// <summary>Number of modules.</summary>
    public int Count => _modules.Count;

    /// <summary>The module at an index.</summary>
    /// <param name="index">The index, from 0.</param>
    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => _modules[index];

    /// <summary>Part of the sequence, as a sequence of the same modules under the same names.</summary>
    /// <param name="index">First index and index after the last; null for the start and the end.</param>
    /// <exception cref="IndexOutOfRangeException">An index is outside of the sequence.</exception>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    /// <summary>Part of the sequence, as a sequence of the same modules under the same names.</summary>
    /// <param name="index">The range of indices.</param>
    /// <exception cref="IndexOutOfRangeException">An index is outside of the sequence.</exception>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    /// <summary>Adds a module under a name.</summary>
    /// <param name="name">Name of the module, without dots.</param>
    /// <param name="module">The module. From now on it belongs to the sequence.</param>
    /// <returns>This sequence.</returns>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module)module);
        _modules.Add(module);
        return this;
    }

    /// <summary>Adds a module under its index.</summary>
    /// <param name="module">The module. From now on it belongs to the sequence.</param>
    /// <returns>This sequence.</returns>
    public Sequential append(nn.IModule<Tensor, Tensor> module) => append($"{Count}", module);

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor)
    {
        if (Count == 0)
        {
            return tensor.alias();
        }

        var result = _modules[0].call(tensor);
        for (var i = 1; i < Count; i++)
        {
            var input = result;
            result = _modules[i].call(input);
            if (!ReferenceEquals(input, result))
            {
                input.Dispose();
            }
        }

        return result;
    }

    private Sequential Slice(int start, int end)
    {
        if (start < 0 || start > Count || end < 0 || end > Count)
        {
            throw new IndexOutOfRangeException(
                $"A part from {start} to {end} was asked of a sequence of {Count} modules: indices go from 0 to {Count}."
            );
        }

        var slice = new Sequential();
        foreach (var (name, module) in named_children().Take(end).Skip(start))
        {
            slice.append(name, (nn.IModule<Tensor, Tensor>)module);
        }

        return slice;
    }
}
