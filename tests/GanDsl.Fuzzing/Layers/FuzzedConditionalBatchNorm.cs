using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedConditionalBatchNorm(double? Eps, double? Momentum, int Classes)
    : FuzzedLabelLayer(Classes)
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedConditionalBatchNorm(
            random.Optional(0.3, () => random.DoubleArgument(1e-5, 1e-3, 1e-8, 1)),
            random.Optional(0.3, () => random.DoubleArgument(0.1, 0, 1, 0.5)),
            random.Classes
        );

    public override string? ContractRefusal(long[] input) => Norm.ContractRefusal(input);

    public override long[]? Expect(long[] input) => Norm.Expect(input);

    public override IEnumerable<double[]> Holds(long[] input) =>
        input.Length > 0
            ?
            [
                [Classes, input[0]],
            ]
            : [];

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        new ScaledByLabel(Norm.Create(shape)!, shape[1], Classes);

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        var scaled = (ScaledByLabel)module!;
        scaled.Labels = LabelsOf(x);
        return Norm.Apply(x, module, training);
    }

    protected override AttributeText Arguments(AttributeText text) => text.Set("Eps", Eps).Set("Momentum", Momentum);

    private FuzzedBatchNorm Norm => new(Eps, Momentum, Affine: false, TrackRunningStats: null);

    /// <summary>Looks the scale and the shift up in a matrix product with one-hot labels.</summary>
    private sealed class ScaledByLabel : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> norm;
        private readonly TorchSharp.Modules.Parameter scale;
        private readonly TorchSharp.Modules.Parameter shift;
        private readonly int classes;

        public ScaledByLabel(nn.Module<Tensor, Tensor> norm, long channels, int classes)
            : base(nameof(ScaledByLabel))
        {
            this.norm = norm;
            this.classes = classes;
            scale = nn.Parameter(ones(classes, channels));
            shift = nn.Parameter(zeros(classes, channels));
            RegisterComponents();
        }

        public Tensor Labels { get; set; } = null!;

        public override Tensor forward(Tensor input)
        {
            var oneHot = Labels.unsqueeze(1).eq(arange(classes)).to(scale.dtype);
            long[] places = [input.shape[0], input.shape[1], .. Enumerable.Repeat(1L, input.shape.Length - 2)];
            return (norm.call(input) * oneHot.matmul(scale).reshape(places)) + oneHot.matmul(shift).reshape(places);
        }
    }
}
