namespace GanDsl.Generators.Tests.Diagnostics.RuleCases;

/// <summary>What layers say of their input and of those beside them: rules GAN02xx to GAN04xx.</summary>
internal static class LayerShapeCases
{
    private const string Volume = "Reshape(1, 4, 14, 14)";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        OfD(
            Rule.InputRank,
            "[⟦Conv1d(4, 3)⟧, Flatten, Linear(1)]",
            "takes [N, C, L], but its input is [N, 1, 28, 28]; use Conv2d, or"
        ),
        OfD(
            Rule.InputRank,
            "[⟦ConvTranspose3d(4, 3)⟧, Flatten, Linear(1)]",
            "takes [N, C, D, H, W], but its input is [N, 1, 28, 28]; use ConvTranspose2d, or"
        ),
        OfD(Rule.InputRank, "[Flatten, ⟦AvgPool(2)⟧, Linear(1)]", "[N, C, L], [N, C, H, W] or [N, C, D, H, W]"),
        OfD(Rule.InputRank, "[Flatten, ⟦GlobalSumPool⟧, Linear(1)]", "but its input is [N, 784]"),
        OfD(Rule.InputRank, "[Flatten, ⟦SelfAttention⟧, Linear(1)]", "but its input is [N, 784]"),
        OfD(Rule.InputRank, "[Flatten, ⟦InstanceNorm⟧, Linear(1)]", "but its input is [N, 784]"),
        OfD(Rule.InputRank, "[⟦AdaptiveAvgPool(2, 2, 2)⟧, Flatten, Linear(1)]", "names 3 sizes"),
        OfD(Rule.InputRank, "[⟦MinibatchDiscrimination(4, 3)⟧, Flatten, Linear(1)]", "takes [N, in]"),
        OfD(Rule.InputRank, "[Flatten, ⟦PixelShuffle(2)⟧, Linear(1)]", "takes [N, C, H, W]"),
        OfD(Rule.InputRank, "[LayerNorm(⟦LastDimensions = 4⟧), Flatten, Linear(1)]", "has 3 dimensions after N"),
        OfD(Rule.InputRank, "[⟦Softmax(4)⟧, Flatten, Linear(1)]", "the dimensions 1 to 3 after N"),
        OfD(Rule.InputRank, "[⟦Softmax(0)⟧, Flatten, Linear(1)]", "dim is 0"),
        OfD(
            Rule.InputRank,
            "[Upsample(2, ⟦Mode = UpsampleMode.Trilinear⟧), Flatten, Linear(1)]",
            "use UpsampleMode.Bilinear"
        ),
        OfD(
            Rule.KernelTooLarge,
            $"[{Volume}, ⟦Conv3d(2, 5)⟧, Flatten, Linear(1)]",
            "its kernel of 5 × 5 × 5 voxels is larger"
        ),
        OfD(Rule.KernelTooLarge, "[⟦MaxPool(29)⟧, Flatten, Linear(1)]", "windows of 29 pixels in each dimension"),
        OfD(
            Rule.KernelTooLarge,
            "[⟦MaxPool(30, Stride = 2, CeilMode = true)⟧, Flatten, Linear(1)]",
            "windows of 30 pixels in each dimension"
        ),
        OfD(
            Rule.PaddingTooWide,
            "[Conv2d(4, 28), MaxPool(2, ⟦Padding = 1⟧, Dilation = 2), Flatten, Linear(1)]",
            "steps over the whole input [N, 4, 1, 1]"
        ),
        OfD(
            Rule.PaddingTooWide,
            "[Reshape(28, 28), Conv1d(4, 3, ⟦Padding = 29⟧, PaddingMode = PaddingMode.Circular), Flatten, Linear(1)]",
            "its padding of 29 samples"
        ),
        OfD(
            Rule.SizeReachesZero,
            "[Reshape(784, 1), ConvTranspose1d(1, 3, ⟦Padding = 2⟧), Flatten, Linear(1)]",
            "its output would be -1 samples"
        ),
        OfD(Rule.SizeReachesZero, "[⟦Upsample(0.01)⟧, Flatten, Linear(1)]", "would have no pixels"),
        OfD(Rule.SizeOverflows, "[⟦Upsample(1e12)⟧, Flatten, Linear(1)]", "make it smaller"),
        OfD(Rule.SizeOverflows, "[Upsample(100), ⟦SelfAttention⟧, Flatten, Linear(1)]", "7,840,000 positions"),
        OfD(
            Rule.ElementCountChanges,
            "[Conv2d(6, 3, Padding = 1), ⟦PixelShuffle(2)⟧, Flatten, Linear(1)]",
            "squares of 4 channels, but its input [N, 6, 28, 28] has 6 channels"
        ),
        OfD(
            Rule.ElementCountChanges,
            "[Conv2d(6, 28), ⟦PixelShuffle(65536)⟧, Flatten, Linear(1)]",
            "make them a multiple of 4,294,967,296"
        ),
        OfD(
            Rule.GroupsDoNotDivide,
            "[Conv2d(6, 3, Padding = 1), ⟦GroupNorm(4)⟧, Flatten, Linear(1)]",
            "divide the 6 channels"
        ),
        OfD(
            Rule.DroppedInput,
            "[Reshape(28, 28), ⟦Conv1d(8, 3, Stride = 2)⟧, Flatten, Linear(1)]",
            "1 sample before the end"
        ),
        OfD(
            Rule.DroppedInput,
            $"[{Volume}, ⟦Conv3d(8, 3, Stride = 2)⟧, Flatten, Linear(1)]",
            "1 slice, 1 row and 1 column before the end"
        ),
        OfD(Rule.DroppedInput, "[⟦AvgPool(3)⟧, Flatten, Linear(1)]", "set CeilMode"),
        OfD(Rule.DroppedInput, "[⟦MaxPool(1, Stride = 3)⟧, Flatten, Linear(1)]", "leave out 2 rows and 2 columns"),
        OfD(
            Rule.DroppedInput,
            "[⟦MaxPool(3, Stride = 2, Padding = 1, Dilation = 2)⟧, Flatten, Linear(1)]",
            "leave out 1 row and 1 column between them of its input [N, 1, 28, 28], and what lies there never reaches the output; make the Dilation smaller"
        ),
        OfG(
            Rule.Checkerboard,
            "[Reshape(16, 4), ⟦ConvTranspose1d(16, 3, Stride = 2)⟧, Flatten, Linear(784), Tanh, Reshape(1, 28, 28)]",
            "neighbouring samples"
        ),
        OfG(
            Rule.DoesNotEnlarge,
            "[Reshape(1, 4, 4, 4), ⟦ConvTranspose3d(2, 3, Padding = 2)⟧, Flatten, Linear(784), Tanh, Reshape(1, 28, 28)]",
            "its output is [N, 2, 2, 2, 2]"
        ),
        OfD(Rule.DoubleSigmoid, "[Flatten, Linear(1), ⟦Softmax⟧]", "cannot leave [0.5, 0.73]"),
        OfD(Rule.ActivationOnLogit, "[Flatten, Linear(1), ⟦PReLU⟧]", "changes the logit"),
        OfG(Rule.OutputRangeDiffers, "[Linear(784), ⟦ELU⟧, Reshape(1, 28, 28)]", "in [-1, ∞)"),
        OfG(Rule.OutputRangeDiffers, "[Linear(784), ⟦GELU⟧, Reshape(1, 28, 28)]", "in [-0.17, ∞)"),
        OfG(Rule.OutputRangeDiffers, "[Linear(784), ⟦Hardtanh(-2, 2)⟧, Reshape(1, 28, 28)]", "in [-2, 2]"),
        OfG(
            Rule.OutputRangeDiffers,
            "[Linear(784), Reshape(1, 28, 28), Hardtanh(0.5, 2), ⟦AvgPool(3, Stride = 1, Padding = 1)⟧]",
            "in [0, 2]"
        ),
        OfG(
            Rule.OutputRangeDiffers,
            "[Linear(784), Reshape(1, 28, 28), Hardtanh(0.5, 2), ⟦AvgPool(3, Stride = 1, Padding = 1, CountIncludePad = false)⟧]",
            "in [0.5, 2]"
        ),
        OfD(
            Rule.NormalizedData,
            "[Conv2d(8, 4, Stride = 2, Padding = 1), ⟦LayerNorm⟧, LeakyReLU(0.2), Flatten, Linear(1)]",
            "leave the first layer without"
        ),
        OfG(
            Rule.NormalizedOutput,
            "[Linear(784), Reshape(1, 28, 28), ⟦InstanceNorm⟧, Tanh]",
            "every example gets the same mean and scale"
        ),
        OfG(
            Rule.BiasBeforeNormalization,
            "[Reshape(64, 1, 1), ⟦ConvTranspose2d(8, 7)⟧, InstanceNorm, ReLU, Flatten, Linear(784), Tanh, Reshape(1, 28, 28)]",
            "the InstanceNorm after it"
        ),
        OfG(
            Rule.NormalizationOfOneValue,
            "[Reshape(64, 1, 1), ⟦InstanceNorm⟧, Flatten, Linear(784), Tanh, Reshape(1, 28, 28)]",
            "one value per channel"
        ),
        OfG(
            Rule.NormalizationOfOneValue,
            "[⟦GroupNorm(64)⟧, Linear(784), Tanh, Reshape(1, 28, 28)]",
            "one value per group"
        ),
        OfD(
            Rule.NormalizationOfOneValue,
            "[Flatten, Linear(1), ⟦LayerNorm⟧]",
            "one value per example, which makes it 0"
        ),
    ];

    private static RuleCase OfG(Rule rule, string layers, string words) =>
        new(rule, Declaration.WithGenerator(layers), words);

    private static RuleCase OfD(Rule rule, string layers, string words) =>
        new(rule, Declaration.WithDiscriminator(layers), words);
}
