using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Structure;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>
/// A layer of a random declaration: the text that a user would type and, independent of GanDsl's own shape rules and code,
/// what it means on the engine.
/// </summary>
internal abstract record FuzzedLayer
{
    private const string Prefix = "Fuzzed";

    /// <summary>The declared name of its module.</summary>
    public string? Name { get; init; }

    /// <summary>What the user types, such as <c>Conv2d</c>.</summary>
    public virtual string Kind => GetType().Name[Prefix.Length..];

    /// <summary>What is declared directly after it.</summary>
    public IReadOnlyList<FuzzedModifier> After { get; init; } = [];

    /// <summary>The layer and what is declared after it, as attributes without brackets.</summary>
    public IEnumerable<string> Attributes => After.Select(modifier => modifier.Attribute).Prepend(Attribute);

    /// <summary>Its kind for <c>LayerKinds</c>, where it has a weight.</summary>
    public virtual string? WeightKind => null;

    /// <summary>What the oracle's module calls its weights.</summary>
    public virtual IReadOnlyList<string> Weights => ["weight"];

    /// <summary>What the oracle's module calls its bias.</summary>
    public virtual string BiasName => "bias";

    /// <summary>What the oracle's module calls the weights that spectral normalisation divides, each by its own norm.</summary>
    public virtual IReadOnlyList<string> NormalizedWeights =>
        WeightKind is "Linear" or "Maxout" or "Convolutions" ? ["weight"] : [];

    /// <summary>Whether the emitted module holds what normalises its weights, and not the network beside it.</summary>
    public virtual bool HoldsNorms => false;

    /// <summary>Whether it has a weight that spectral normalisation divides; a block where a layer in it has.</summary>
    public bool CanBeNormalized =>
        this is FuzzedBlock block ? block.Leaves.Any(layer => layer.CanBeNormalized) : NormalizedWeights.Count > 0;

    /// <summary>The attribute without brackets.</summary>
    public string Attribute =>
        Arguments(new AttributeText(Kind)).SetText("Name", Name is null ? null : $"\"{Name}\"").ToString();

    /// <summary>How many dimensions its input needs to have after N; null where several will do.</summary>
    public virtual int? Rank => null;

    /// <summary>Why GanDsl refuses arguments that the engine would take; null where it does not. Keep these few, each with its reason.</summary>
    public virtual string? ContractRefusal(long[] input) => null;

    /// <summary>
    /// The sizes after the layer, without N, as a textbook has them; null where none are expected. They steer the drawing and
    /// bound memory, and are never part of a verdict.
    /// </summary>
    public abstract long[]? Expect(long[] input);

    /// <summary>The sizes of what the layer holds besides its output, to bound memory.</summary>
    public virtual IEnumerable<double[]> Holds(long[] input) => [];

    /// <summary>The multiplications for one example, to bound time.</summary>
    public virtual double Operations(long[] input) => 0;

    /// <summary>Creates the module that the input needs; null where the layer has none.</summary>
    public virtual nn.Module<Tensor, Tensor>? Create(long[] shape) => null;

    /// <summary>Applies the layer.</summary>
    /// <param name="x">The input, with N.</param>
    /// <param name="module">What <see cref="Create"/> gave.</param>
    /// <param name="training">Whether the network is in training.</param>
    public abstract Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training);

    protected abstract AttributeText Arguments(AttributeText text);
}
