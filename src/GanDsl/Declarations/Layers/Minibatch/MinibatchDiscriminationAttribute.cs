namespace GanDsl;

/// <summary>
/// Adds features that tell how close each example is to the others of its minibatch: for every feature b the sum of exp(-‖Mᵢ,b - Mⱼ,b‖₁)
/// over the other examples j, where Mᵢ = xᵢ·T. It lets the discriminator see that a generator gives one sample only. Paper: Salimans et al.
/// 2016, section 3.2. PyTorch has no such layer.
/// </summary>
/// <remarks>
/// Input: <c>[N, in]</c>, where <c>in</c> is inferred. Output: <c>[N, in + outFeatures]</c>: the input, then the features.
/// Parameters: <c>T [in, outFeatures, kernelDims]</c>, drawn from U(-1/√in, 1/√in) as a linear layer's weight is.
/// </remarks>
/// <param name="outFeatures">The number of features that are added.</param>
/// <param name="kernelDims">The number of values that each feature compares examples by.</param>
public sealed class MinibatchDiscriminationAttribute(int outFeatures, int kernelDims) : LayerAttribute
{
    /// <summary>The number of features that are added.</summary>
    public int OutFeatures { get; } = outFeatures;

    /// <summary>The number of values that each feature compares examples by.</summary>
    public int KernelDims { get; } = kernelDims;

    internal override bool CouplesExamples => true;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.AtLeast(1, "outFeatures", OutFeatures),
            .. ArgumentCheck.AtLeast(1, "kernelDims", KernelDims),
        ];

    internal override ShapeResult InferShape(Shape input) =>
        input.Rank == 1
            ? new Shape(input[0] + OutFeatures)
            : LayerProblem.Rank("[N, in]", input, Mend.InsertBefore("Flatten"));

    internal override LayerModule? Module(Shape input) =>
        new(
            "MinibatchDiscrimination",
            new CallText("new MinibatchDiscrimination").Add(input[0]).Add(OutFeatures).Add(KernelDims)
        );

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input) =>
        [new("T", input[0], OutFeatures, KernelDims)];

    internal override long MultiplyAdds(Shape input, Shape output) => Count.Product(input[0], OutFeatures, KernelDims);

    internal override string Forward(string x, string module, Shape output) => $"{module}.call({x})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.MinibatchDiscrimination({x}, {module})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer
            .Module(new PythonCall("MinibatchDiscrimination").Add(input[0]).Add(OutFeatures).Add(KernelDims))
            .With(InPython);

    private static readonly PyTorchDefinition InPython = new(
        "MinibatchDiscrimination",
        """"
        class MinibatchDiscrimination(nn.Module):
            """Appends how close each example is to the others of its minibatch (Salimans et al. 2016, section 3.2)."""

            def __init__(self, in_features, out_features, kernel_dims):
                super().__init__()
                self.T = nn.Parameter(torch.empty(in_features, out_features, kernel_dims))
                nn.init.uniform_(self.T, -(in_features**-0.5), in_features**-0.5)

            def forward(self, input):
                m = (input @ self.T.flatten(1)).reshape(-1, *self.T.shape[1:])
                distances = (m.unsqueeze(0) - m.unsqueeze(1)).abs().sum(3)
                # Without the closeness of each example to itself, which is 1.
                return torch.cat([input, torch.exp(-distances).sum(1) - 1], dim=1)
        """"
    );
}
