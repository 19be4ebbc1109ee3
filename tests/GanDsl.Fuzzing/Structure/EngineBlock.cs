using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Oracle;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Structure;

/// <summary>A block on the engine.</summary>
internal sealed class EngineBlock : nn.Module<Tensor, Tensor>
{
    private readonly bool isResidual;

    public EngineBlock(FuzzedBlock block, IReadOnlyList<FuzzedModifier> around)
        : base(nameof(EngineBlock))
    {
        isResidual = block.IsResidual;
        IReadOnlyList<FuzzedModifier> all = [.. around, .. block.Leading];
        Inner = new(block.Layers, all);
        Shortcut = block.Shortcut is null ? null : new(block.Shortcut.Layers, [.. all, .. block.Shortcut.Leading]);
    }

    public EngineNetwork Inner { get; }

    public EngineNetwork? Shortcut { get; }

    public override Tensor forward(Tensor input)
    {
        Inner.Training = training;
        var output = Inner.Forward(input);
        if (!isResidual)
        {
            return output;
        }

        if (Shortcut is not null)
        {
            Shortcut.Training = training;
        }

        var added = Shortcut?.Forward(input) ?? input;
        return added.shape.SequenceEqual(output.shape)
            ? output + added
            : throw new RefusedException(Contract.SumIsOfEqualShapes);
    }

    public override IEnumerable<Parameter> parameters(bool recurse = true) =>
        Inner.Parameters.Concat(Shortcut?.Parameters ?? []);

    public override IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
        Inner.Buffers.Concat(Shortcut?.Buffers ?? []);

    protected override void Dispose(bool disposing)
    {
        Inner.Dispose();
        Shortcut?.Dispose();
        base.Dispose(disposing);
    }
}
