namespace GanDsl;

/// <summary>
/// Divides the weights of a layer by their largest singular values, each by its own, which bounds how far a product with them
/// stretches a difference of inputs. Before the first layer of a network or block it holds for all layers with such weights, directly after a layer for that layer:
/// Linear, Maxout's linear functions, convolutions, the three maps of SelfAttention, both weights of Projection, LabelEmbedding,
/// AuxiliaryClassifier. Biases stay as they are. Papers: Miyato et al. 2018; Miyato and Koyama 2018 (Projection), Zhang et al. 2019
/// (SelfAttention). PyTorch: <c>torch.nn.utils.parametrizations.spectral_norm</c>.
/// </summary>
/// <remarks>
/// State: <c>…SpectralNorm._u</c> and <c>._v</c>, the estimated singular vectors, saved with the network: <c>conv1SpectralNorm._u</c>, and
/// <c>projection1.linearSpectralNorm._u</c> where a module has several weights.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SpectralNormAttribute : StructureAttribute
{
    /// <summary>The power iterations of each forward pass in training, at least 1. Default: 1.</summary>
    public int PowerIterations { get; set; } = 1;

    /// <summary>The least norm that vectors are divided by, at least 0. Default: 1e-12.</summary>
    public double Eps { get; set; } = 1e-12;

    internal IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.AtLeast(1, nameof(PowerIterations), PowerIterations),
            .. ArgumentCheck.NotNegative(nameof(Eps), Eps),
        ];

    /// <summary>The expression that creates the module for a weight.</summary>
    internal string Construction(string weight, int outputDimension) =>
        AddOptions(new CallText("new SpectralNorm").Add(weight).Add("outputDimension: " + CodeText.Of(outputDimension)))
            .ToString();

    /// <summary>The expression that tells a module to normalise its weights itself.</summary>
    internal string Request(string module) => AddOptions(new CallText($"{module}.NormalizeWeights")).ToString();

    /// <summary>The expression that creates the module in Python.</summary>
    internal string PyTorch(string weight, int outputDimension) =>
        AddOptions(new PythonCall("SpectralNorm").Add(weight).AddUnless(0, "dim", outputDimension)).ToString();

    /// <summary>The call with how the singular vectors are estimated.</summary>
    internal PythonCall AddOptions(PythonCall call) =>
        call.AddUnless(1, "n_power_iterations", PowerIterations).AddUnless(1e-12, "eps", Eps);

    private CallText AddOptions(CallText call) =>
        call.AddUnless(1L, "powerIterations", PowerIterations).AddUnless(1e-12, "eps", Eps);

    /// <summary>The module in Python, with the state of ours.</summary>
    internal static readonly PyTorchDefinition InPython = new(
        "SpectralNorm",
        """"
        class SpectralNorm(nn.Module):
            """
            Estimates the largest singular value of a weight by power iteration (Miyato et al. 2018). A layer is linear in its input:
            x / sigma with the weight W gives what x gives with W / sigma.
            """

            def __init__(self, weight, dim=0, n_power_iterations=1, eps=1e-12):
                super().__init__()
                self.dim = dim
                self.n_power_iterations = n_power_iterations
                self.eps = eps
                matrix = self.matrix(weight.detach())
                self.register_buffer("_u", F.normalize(torch.randn_like(matrix[:, 0]), dim=0, eps=eps))
                self.register_buffer("_v", F.normalize(torch.randn_like(matrix[0]), dim=0, eps=eps))
                self.iterate(matrix, 15)

            def forward(self, weight):
                matrix = self.matrix(weight)
                if self.training:
                    self.iterate(matrix, self.n_power_iterations)
                return self._u.clone().dot(matrix.mv(self._v.clone()))

            def matrix(self, weight):
                return weight.transpose(0, self.dim).flatten(1)

            @torch.no_grad()
            def iterate(self, matrix, count):
                for _ in range(count):
                    self._u.copy_(F.normalize(matrix.mv(self._v), dim=0, eps=self.eps))
                    self._v.copy_(F.normalize(matrix.t().mv(self._u), dim=0, eps=self.eps))
        """"
    );
}
