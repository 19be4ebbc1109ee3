using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>A layer that looks at labels. The oracle and the emitted network are given the same ones: 0, 1, 2 … and again from 0.</summary>
/// <param name="Classes">The declared number of classes.</param>
internal abstract record FuzzedLabelLayer(int Classes) : FuzzedLayer
{
    /// <summary>The labels of a minibatch: [N].</summary>
    public static Tensor Labels(long n, int classes) => arange(n).remainder(classes).to(ScalarType.Int64);

    protected Tensor LabelsOf(Tensor x) => Labels(x.shape[0], Classes);
}
