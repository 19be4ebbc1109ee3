using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// A network as a graph of the format ONNX: nodes in the order in which they are computed, and the weights under PyTorch's names. The code
/// that the build generates adds its layers one by one; a module of your own adds nodes of its own (<see cref="IOnnxModule"/>).
/// </summary>
public sealed class OnnxGraph
{
    private readonly Dictionary<nn.Module, string> names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, SpectralNorm> norms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OnnxWeight> weights = new(StringComparer.Ordinal);
    private readonly List<OnnxNode> nodes = [];
    private readonly List<OnnxInitializer> initializers = [];
    private readonly List<OnnxPort> inputs = [];
    private readonly List<OnnxPort> outputs = [];
    private readonly nn.Module network;
    private readonly bool isFloat16;

    /// <summary>A graph without nodes.</summary>
    /// <param name="network">The network whose weights it holds; it must not change until the file is written.</param>
    /// <param name="options">How it is exported.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public OnnxGraph(nn.Module network, OnnxOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        this.network = network;
        isFloat16 = options.Float16;
        foreach (var (name, module) in network.named_modules())
        {
            names[module] = name;
        }

        names[network] = "";
        foreach (
            var (layer, norm) in names.Keys.OfType<ISpectrallyNormalized>().SelectMany(module => module.SpectralNorms)
        )
        {
            if (norm is not null)
            {
                Fold(norm, layer);
            }
        }
    }

    internal IReadOnlyList<OnnxNode> Nodes => nodes;

    internal IReadOnlyList<OnnxInitializer> Initializers => initializers;

    internal IReadOnlyList<OnnxPort> Inputs => inputs;

    internal IReadOnlyList<OnnxPort> Outputs => outputs;

    /// <summary>Adds a node with one input; what it computes has the type of that.</summary>
    /// <param name="operation">An operation of ONNX, such as <c>Softplus</c>, of opset 18.</param>
    /// <param name="input">What it takes.</param>
    /// <param name="arguments">Its settings that are not at their defaults.</param>
    public OnnxValue Node(string operation, OnnxValue input, params OnnxArgument[] arguments) =>
        Node(operation, [input], arguments);

    /// <summary>Adds a node; what it computes has the type of its first input.</summary>
    /// <param name="operation">An operation of ONNX, such as <c>Mul</c>, of opset 18.</param>
    /// <param name="inputs">What it takes; null where an optional input is left out.</param>
    /// <param name="arguments">Its settings that are not at their defaults.</param>
    public OnnxValue Node(string operation, IReadOnlyList<OnnxValue?> inputs, params OnnxArgument[] arguments) =>
        Node(operation, inputs.FirstOrDefault(input => input is not null)?.Type ?? OnnxType.Float32, inputs, arguments);

    /// <summary>Adds a node whose output has another type than its first input.</summary>
    /// <param name="operation">An operation of ONNX, such as <c>Shape</c>, of opset 18.</param>
    /// <param name="type">The type of what it computes.</param>
    /// <param name="inputs">What it takes; null where an optional input is left out.</param>
    /// <param name="arguments">Its settings that are not at their defaults.</param>
    public OnnxValue Node(
        string operation,
        OnnxType type,
        IReadOnlyList<OnnxValue?> inputs,
        params OnnxArgument[] arguments
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        ArgumentNullException.ThrowIfNull(inputs);
        var output = new OnnxValue(Numbered(operation), type);
        nodes.Add(new(operation, [.. inputs], output, [.. arguments]));
        return output;
    }

    /// <summary>A parameter or a buffer of a module, in float32.</summary>
    /// <param name="module">The network or a module in it.</param>
    /// <param name="name">Its name in the module, such as <c>weight</c>.</param>
    /// <param name="sizes">The shape to give it, in which one size may be -1; none for its own.</param>
    /// <exception cref="GanException">The module is not in the network, or has nothing of that name.</exception>
    public OnnxValue Parameter(nn.Module module, string name, params long[] sizes) =>
        Weight(module, name, OnnxType.Float32, sizes);

    /// <summary>A number in float32, which operations spread over the tensor beside it.</summary>
    /// <param name="value">The number.</param>
    public OnnxValue Scalar(double value) => Scalar(value, OnnxType.Float32);

    /// <summary>A list of integers in int64, such as the axes of a reduction.</summary>
    /// <param name="values">The integers; the list has one dimension, of one integer, too.</param>
    public OnnxValue Integers(params long[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Constant(OnnxType.Int64, [values.Length], MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
    }

    /// <summary>Numbers in float32 of a shape.</summary>
    /// <param name="values">The numbers in C order.</param>
    /// <param name="sizes">The shape.</param>
    public OnnxValue Numbers(ReadOnlySpan<float> values, params long[] sizes) =>
        Constant(OnnxType.Float32, [.. sizes], MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>Adds the input of the network: float32 <c>[N, sizes]</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public OnnxValue Input(string name, params long[] sizes) => Input(name, OnnxType.Float32, sizes);

    /// <summary>Adds the labels of the examples as an input: int64 <c>[N]</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public OnnxValue Labels() => Input("labels", OnnxType.Int64, []);

    /// <summary>Makes a value an output of the network: float32 <c>[N, sizes]</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Output(string name, OnnxValue value, params long[] sizes)
    {
        ArgumentNullException.ThrowIfNull(value);
        var output = this.Float32(value);
        if (!nodes.Any(node => node.Output == output) || outputs.Any(port => port.Value == output))
        {
            output = Node("Identity", output);
        }

        output.Name = name;
        outputs.Add(new(output, [.. sizes]));
    }

    /// <summary>Divides the weight of a layer by its largest singular value, as the layer does in evaluation mode.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Fold(SpectralNorm norm, nn.Module layer) => norms[FullName(names[layer], "weight")] = norm;

    /// <summary>Adds a module of the user's own, by the form that it says.</summary>
    /// <param name="input">Its input.</param>
    /// <param name="module">The module.</param>
    /// <exception cref="GanException">It says none.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public OnnxValue Module(OnnxValue input, nn.Module module) =>
        module is IOnnxModule known
            ? Answered(module, known.ToOnnx(this, this.Float32(input)))
            : throw NotExportable(module, nameof(IOnnxModule));

    /// <summary>The same of a module that is given the labels.</summary>
    /// <param name="input">Its input.</param>
    /// <param name="labels">[N].</param>
    /// <param name="module">The module.</param>
    /// <exception cref="GanException">It says none.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public OnnxValue Module(OnnxValue input, OnnxValue labels, nn.Module module) =>
        module is IOnnxLabelModule known
            ? Answered(module, known.ToOnnx(this, this.Float32(input), labels))
            : throw NotExportable(module, nameof(IOnnxLabelModule));

    private OnnxValue Answered(nn.Module module, OnnxValue? output) =>
        output
        ?? throw new GanException(
            $"{NameOf(module)} answers nothing from its ToOnnx; let it answer what the last of its nodes computes."
        );

    private GanException NotExportable(nn.Module module, string form) =>
        new(
            $"{NameOf(module)} cannot be exported, because only its own code says what it computes; let the class implement {form}, whose one "
                + "method adds the same as nodes of ONNX."
        );

    private string NameOf(nn.Module module) => $"{module.GetType().Name} ({names[module]})";

    /// <summary>Whether the module holds a parameter or a buffer of that name.</summary>
    internal static bool Has(nn.Module module, string name) => module.state_dict().ContainsKey(name);

    /// <summary>What products are computed in.</summary>
    internal OnnxType ProductType => isFloat16 ? OnnxType.Float16 : OnnxType.Float32;

    /// <summary>A number of the type of the tensor beside it.</summary>
    internal OnnxValue Scalar(double number, OnnxType type) =>
        Constant(
            type,
            [],
            type switch
            {
                OnnxType.Int64 => BitConverter.GetBytes((long)number),
                OnnxType.Float16 => BitConverter.GetBytes((Half)number),
                _ => BitConverter.GetBytes((float)number),
            }
        );

    /// <summary>A parameter or a buffer of a module, divided by its largest singular value where that was asked for.</summary>
    internal OnnxValue Weight(nn.Module module, string name, OnnxType type, params long[] sizes)
    {
        ArgumentNullException.ThrowIfNull(module);
        if (!names.TryGetValue(module, out var owner))
        {
            throw new GanException(
                $"{module.GetType().Name} is not a part of the network {network.GetName()} that is exported; register it as a field of the "
                    + "module that uses it (RegisterComponents)."
            );
        }

        var fullName = FullName(owner, name);
        if (!module.state_dict().TryGetValue(name, out var tensor))
        {
            throw new GanException(
                $"{module.GetType().Name} has no parameter or buffer {name}, but its form in ONNX asks for it; give one of its state_dict."
            );
        }

        var shape = sizes.Length == 0 ? tensor.shape : Inferred(sizes, tensor.numel());
        if (
            weights.TryGetValue(fullName, out var known)
            && known.Value.Type == type
            && known.Sizes.SequenceEqual(shape)
        )
        {
            return known.Value;
        }

        var value = new OnnxValue(weights.ContainsKey(fullName) ? Numbered(fullName) : fullName, type);
        var weight = new OnnxWeight(value, shape, tensor, norms.GetValueOrDefault(fullName));
        weights.TryAdd(fullName, weight);
        initializers.Add(weight);
        return value;
    }

    private static string FullName(string owner, string name) => owner.Length == 0 ? name : $"{owner}.{name}";

    /// <summary>Sizes of which one may be -1, for what is left.</summary>
    private static long[] Inferred(IReadOnlyList<long> sizes, long count)
    {
        var known = sizes.Where(size => size != -1).Aggregate(1L, (product, size) => product * size);
        return [.. sizes.Select(size => size == -1 ? count / known : size)];
    }

    private OnnxValue Input(string name, OnnxType type, IReadOnlyList<long> sizes)
    {
        var input = new OnnxValue(name, type);
        inputs.Add(new(input, [.. sizes]));
        return input;
    }

    private OnnxValue Constant(OnnxType type, long[] sizes, byte[] bytes)
    {
        var value = new OnnxValue(Numbered("constant"), type);
        initializers.Add(new OnnxConstant(value, sizes, bytes));
        return value;
    }

    private string Numbered(string stem)
    {
        var number = counts.GetValueOrDefault(stem) + 1;
        counts[stem] = number;
        return string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}");
    }
}
