namespace GanDsl.Generators.Tests.Diagnostics.RuleCases;

/// <summary>Arguments that layers do not take, or that are hardly meant: rules GAN0108 and GAN0113.</summary>
internal static class LayerArgumentCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Invalid("⟦AvgPool(0)⟧", "kernelSize is 0"),
        Invalid("MaxPool(2, ⟦Padding = 2⟧)", "at most half of the kernelSize, 1"),
        Invalid("MaxPool(2, ⟦Dilation = 0⟧)", "Dilation is 0"),
        Invalid("⟦AdaptiveAvgPool()⟧", "it names no size"),
        Invalid("⟦AdaptiveAvgPool(4, 0)⟧", "sizes is 0"),
        Invalid("⟦Upsample(-1)⟧", "scaleFactor is -1"),
        Invalid("Upsample(2, ⟦AlignCorners = true⟧)", "false for the nearest value"),
        Invalid("Upsample(2, ⟦Mode = (UpsampleMode)7⟧)", "a member of UpsampleMode"),
        Invalid("⟦PixelShuffle(0)⟧", "upscaleFactor is 0"),
        Invalid("GELU(⟦Approximate = (GeluApproximation)7⟧)", "a member of GeluApproximation"),
        Invalid("⟦ELU(double.NaN)⟧", "a finite number"),
        Invalid("⟦LeakyReLU(double.NaN)⟧", "a finite number"),
        Invalid("⟦Softplus(0)⟧", "other than 0 in float32"),
        Invalid("Softplus(1, ⟦Threshold = double.NaN⟧)", "a finite number"),
        Invalid("⟦Hardtanh(1, 1)⟧", "above min, which is 1"),
        Invalid("⟦Hardtanh(0, 1e39)⟧", "a number in float32, or infinite"),
        Invalid("⟦PReLU(double.PositiveInfinity)⟧", "a finite number"),
        Invalid("InstanceNorm(⟦Momentum = 2⟧)", "a probability"),
        Invalid("LayerNorm(⟦Eps = 0⟧)", "above 0"),
        Invalid("LayerNorm(⟦LastDimensions = -1⟧)", "at least 0"),
        Invalid("⟦GroupNorm(0)⟧", "groups is 0"),
        Invalid("PixelNorm(⟦Eps = 0⟧)", "above 0"),
        Invalid("⟦GaussianNoise(-0.1)⟧", "at least 0"),
        Invalid("⟦MinibatchStdDev(0)⟧", "groupSize is 0"),
        Invalid("Flatten, ⟦MinibatchDiscrimination(0, 3)⟧", "outFeatures is 0"),
        Invalid("Flatten, ⟦MinibatchDiscrimination(3, 0)⟧", "kernelDims is 0"),
        Invalid("Reshape(28, 28), Conv1d(4, 3, ⟦Stride = 0⟧)", "Stride is 0"),
        Invalid("Reshape(1, 4, 14, 14), Conv3d(4, 3, ⟦StrideDepth = 0⟧)", "StrideDepth is 0"),
        Invalid("Reshape(28, 28), ConvTranspose1d(4, 3, ⟦Stride = 0⟧)", "Stride is 0"),
        Invalid("ConvTranspose2d(4, 3, ⟦OutputPadding = -1⟧)", "OutputPadding is -1"),
        Invalid("Reshape(1, 4, 14, 14), ConvTranspose3d(4, 3, ⟦DilationDepth = 0⟧)", "DilationDepth is 0"),
        Invalid("⟦Reshape()⟧", "it names no size"),
        Invalid("⟦Reshape(0, 784)⟧", "sizes is 0"),
        Invalid("⟦Reshape(-1, -1)⟧", "more than one -1"),
        Invalid("Flatten, ⟦Maxout(0, 2)⟧", "outFeatures is 0"),
        Invalid("Flatten, ⟦Maxout(4, 0)⟧", "pieces is 0"),
        WithLabels(Invalid("⟦LabelEmbedding(0)⟧", "dimensions is 0")),
        WithLabels(Invalid("ConditionalBatchNorm(⟦Eps = 0⟧)", "above 0")),
        WithLabels(Invalid("ConditionalBatchNorm(⟦Momentum = 2⟧)", "a probability")),
        WithLabels(Invalid("Flatten, ⟦AuxiliaryClassifier(0)⟧", "above 0")),
        Unusual("⟦Upsample(0.5)⟧", "AvgPool makes it smaller"),
        Unusual("⟦Upsample(1)⟧", "above 1"),
        Unusual("⟦ELU(-1)⟧, Flatten, Linear(4)", "would fall while its input rises"),
        Unusual("⟦Softplus(-1)⟧, Flatten, Linear(4)", "never above 0"),
        Unusual("Softplus(1, ⟦Threshold = -1⟧), Flatten, Linear(4)", "the function jumps there"),
        Unusual("⟦Softmax(1)⟧, Flatten, Linear(4)", "makes it 1 whatever it is"),
        Unusual("Conv2d(4, 1), ReLU, Conv2d(4, 1), LayerNorm(⟦Eps = 0.5⟧), ReLU", "in (0, 0.1]"),
        Unusual("PixelNorm(⟦Eps = 1⟧)", "in (0, 0.1]"),
        WithLabels(
            Unusual("Conv2d(4, 1), ReLU, Conv2d(4, 1), ConditionalBatchNorm(⟦Eps = 0.8⟧), ReLU", "Momentum = 0.2 here")
        ),
        Unusual("⟦GaussianNoise(0)⟧", "does nothing"),
        Unusual("⟦MinibatchStdDev(1)⟧", "does not differ from itself"),
    ];

    private static RuleCase Invalid(string layers, string words) => Of(Rule.InvalidArgument, layers, words);

    private static RuleCase WithLabels(RuleCase unlabelled) =>
        unlabelled with
        {
            Marked = unlabelled.Marked.Replace("[Gan,", "[Gan, Labels(10),"),
        };

    private static RuleCase Unusual(string layers, string words) => Of(Rule.UnusualArgument, layers, words);

    private static RuleCase Of(Rule rule, string layers, string words) =>
        new(rule, Declaration.WithDiscriminator($"[{layers}, Flatten, Linear(1)]"), words);
}
