namespace GanDsl.Generators.Tests.Diagnostics.RuleCases;

/// <summary>Rules GAN02xx: shapes.</summary>
internal static class ShapeCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(
            Rule.InputRank,
            Declaration.WithGenerator("[⟦ConvTranspose2d(1, 4)⟧]"),
            "takes [N, C, H, W], but its input is [N, 64]"
        ),
        new(Rule.InputRank, Declaration.WithDiscriminator("[Flatten(⟦StartDim = 5⟧), Linear(1)]"), "StartDim is 5"),
        new(
            Rule.KernelTooLarge,
            Declaration.WithDiscriminator("[⟦Conv2d(1, 29)⟧, Flatten, Linear(1)]"),
            "its kernel of 29 × 29 pixels"
        ),
        new(
            Rule.PaddingTooWide,
            Declaration.WithDiscriminator(
                "[Conv2d(4, 3, ⟦Padding = 28⟧, PaddingMode = PaddingMode.Reflect), Flatten, Linear(1)]"
            ),
            "use at most 27 × 27"
        ),
        new(
            Rule.SizeReachesZero,
            Declaration.WithGenerator("[Reshape(64, 1, 1), ConvTranspose2d(1, 3, ⟦Padding = 2⟧)]"),
            "make the Padding smaller"
        ),
        new(Rule.ElementCountChanges, Declaration.WithGenerator("[Linear(784), ⟦Reshape(1, 28, 27)⟧]"), "1 × 28 × 27"),
        new(
            Rule.GroupsDoNotDivide,
            Declaration.WithDiscriminator("[Conv2d(4, 3, ⟦Groups = 2⟧), Flatten, Linear(1)]"),
            "the 1 channels of its input"
        ),
        new(
            Rule.PaddingTooWide,
            Declaration.WithDiscriminator(
                "[Reshape(1, 7, 7, 16), Conv3d(4, 3, PaddingMode = PaddingMode.Reflect, ⟦PaddingDepth = 8⟧), Flatten, Linear(1)]"
            ),
            "Padding"
        ),
        new(
            Rule.OutputPaddingTooLarge,
            Declaration.WithGenerator("[Reshape(64, 1, 1), ConvTranspose2d(1, 3, Stride = 2, ⟦OutputPadding = 2⟧)]"),
            "smaller than the stride (2) or the dilation (1)"
        ),
        new(
            Rule.SizeOverflows,
            Declaration.WithDiscriminator("[Flatten, ⟦Linear(2000000000)⟧, Linear(1)]"),
            "1,099,511,627,776"
        ),
        new(
            Rule.SizeOverflows,
            Declaration.WithDiscriminator("[Conv2d(8, 1, ⟦Stride = 23171⟧), Flatten, Linear(1)]"),
            "step by at most 23,170 over an input of 1 channel"
        ),
        new(
            Rule.SizeOverflows,
            Declaration.WithDiscriminator("[ConvTranspose2d(64, 1, ⟦Stride = 2897⟧), Flatten, Linear(1)]"),
            "step by at most 2,896 over an output of 64 channels"
        ),
        new(Rule.GeneratorOutput, Declaration.WithGenerator("[Linear(784), ⟦Tanh⟧]"), "add [Reshape(1, 28, 28)]"),
        new(Rule.GeneratorOutput, Declaration.WithGenerator("[⟦Linear(100)⟧]"), "the generator gives [N, 100]"),
        new(
            Rule.GeneratorOutput,
            Declaration
                .WithGan("[Gan, Latent(64), Image(3, 48, 32)]")
                .Replace("[Linear(784), Tanh] [Reshape(1, 28, 28)]", "[Linear(4608), Reshape(3, 32, 48), ⟦Tanh⟧]"),
            "the same sizes in another order, and a Reshape would scramble them"
        ),
        new(
            Rule.GeneratorOutput,
            Declaration
                .WithGan("[Gan, Latent(64), Image(48, 32, 3)]")
                .Replace("[Linear(784), Tanh] [Reshape(1, 28, 28)]", "[Linear(4608), Reshape(3, 32, 48), ⟦Tanh⟧]"),
            "the same sizes in another order, and a Reshape would scramble them"
        ),
        new(
            Rule.GeneratorOutput,
            Declaration
                .WithGan("[Gan, Latent(64), Image(3, 32, 48)]")
                .Replace("[Linear(784), Tanh] [Reshape(1, 28, 28)]", "[Linear(4608), Reshape(48, 3, 32), ⟦Tanh⟧]"),
            "the same sizes in another order, and a Reshape would scramble them"
        ),
        new(
            Rule.GeneratorOutput,
            Declaration
                .WithGan("[Gan, Latent(64), Image(3, 32, 32)]")
                .Replace("[Linear(784), Tanh] [Reshape(1, 28, 28)]", "[Linear(3072), Reshape(12, 16, 16), ⟦Tanh⟧]"),
            "as many values in other sizes"
        ),
        new(
            Rule.GeneratorOutput,
            Declaration
                .WithGan("[Gan, Latent(64), Image(28, 28, 1)]")
                .Replace("[Linear(784), Tanh] [Reshape(1, 28, 28)]", "[Linear(784), Tanh, ⟦Reshape(1, 28, 28)⟧]"),
            "the sizes of data are channels, height, width, in this order: declare [Image(1, 28, 28)]"
        ),
        new(
            Rule.GeneratorOutput,
            Declaration
                .WithGan("[Gan, Latent(64), Signal(784, 1)]")
                .Replace("[Linear(784), Tanh] [Reshape(1, 28, 28)]", "[Linear(784), Tanh, ⟦Reshape(1, 784)⟧]"),
            "declare [Signal(1, 784)]"
        ),
        new(
            Rule.GeneratorOutput,
            Declaration
                .WithGan("[Gan, Latent(64), Signal(1, 784)]")
                .Replace("[Linear(784), Tanh] [Reshape(1, 28, 28)]", "[Linear(784), Reshape(1, 1, 784), ⟦Tanh⟧]"),
            "add [Reshape(1, 784)]"
        ),
        new(
            Rule.DiscriminatorOutput,
            Declaration.WithDiscriminator("[⟦Conv2d(1, 4, Stride = 4)⟧]"),
            "take the mean of the patch with [GlobalAvgPool]"
        ),
        new(Rule.DiscriminatorOutput, Declaration.WithDiscriminator("[Flatten, ⟦Linear(2)⟧]"), "one logit per example"),
        new(
            Rule.DiscriminatorOutput,
            Declaration.WithDiscriminator("[⟦Conv2d(4, 4, Stride = 4)⟧]"),
            "gives [N, 4, 7, 7], but it has to give one logit per example; end it with [Flatten, Linear(1)]"
        ),
        new(
            Rule.DiscriminatorOutput,
            Declaration.WithDiscriminator("[Conv2d(2, 1), ⟦AvgPool(3, CeilMode = true)⟧]"),
            "gives [N, 2, 10, 10]"
        ),
        new(
            Rule.DiscriminatorOutput,
            Declaration.WithDiscriminator("[Conv2d(2, 1), ⟦AvgPool(2, Stride = 3, Padding = 1, CeilMode = true)⟧]"),
            "gives [N, 2, 10, 10]"
        ),
        new(
            Rule.KernelTooLarge,
            Declaration.WithDiscriminator("[Conv2d(4, 28), Flatten, ⟦Conv2d(1, 2)⟧]").Replace("Flatten, ", ""),
            "larger than its padded input [N, 4, 1, 1]"
        ),
        new(
            Rule.KernelTooLarge,
            Declaration.WithDiscriminator("[⟦Conv2d(1, 64, 4)⟧, LeakyReLU(0.2), Flatten, Linear(1)]"),
            "declare Conv2d(64, 4) if 64 are those of the output"
        ),
        new(
            Rule.DroppedInput,
            Declaration.WithDiscriminator("[⟦Conv2d(8, 3, Stride = 2)⟧, LeakyReLU(0.2), Flatten, Linear(1)]"),
            "1 row and 1 column before the end"
        ),
        new(
            Rule.DroppedInput,
            Declaration.WithDiscriminator("[⟦Conv2d(8, 4, 3, Stride = 2)⟧, LeakyReLU(0.2), Flatten, Linear(1)]"),
            "ends 1 column before"
        ),
        new(
            Rule.DroppedInput,
            Declaration.WithDiscriminator("[⟦Conv2d(8, 1, Stride = 28)⟧, LeakyReLU(0.2), Flatten, Linear(1)]"),
            "27 rows and 27 columns before the end"
        ),
        new(
            Rule.DoesNotEnlarge,
            Declaration.WithGenerator(
                "[Linear(784), Reshape(1, 28, 28), ⟦ConvTranspose2d(1, 2, Stride = 2, Padding = 14)⟧, Tanh]"
            ),
            "stride of 2"
        ),
        new(
            Rule.DoesNotEnlarge,
            Declaration.WithGenerator("[Linear(900), Reshape(1, 30, 30), ⟦ConvTranspose2d(1, 3, Padding = 2)⟧, Tanh]"),
            "but its output is [N, 1, 28, 28]"
        ),
        new(
            Rule.Checkerboard,
            Declaration.WithGenerator(
                "[Linear(196), Reshape(1, 14, 14), ⟦ConvTranspose2d(1, 3, Stride = 2, Padding = 1, OutputPadding = 1)⟧, Tanh]"
            ),
            "kernel (3) is not divisible by its stride (2)"
        ),
        new(
            Rule.Checkerboard,
            Declaration.WithGenerator(
                "[Linear(196), Reshape(1, 14, 14), ⟦ConvTranspose2d(1, 2, Stride = 2, Dilation = 2, Padding = 1, OutputPadding = 1)⟧, Tanh]"
            ),
            "its Dilation (2) and its stride (2) have a divisor in common"
        ),
        new(
            Rule.Checkerboard,
            Declaration.WithGenerator(
                "[Linear(196), Reshape(1, 14, 14), ⟦ConvTranspose2d(1, 3, Stride = 2, Dilation = 3, Padding = 3, OutputPadding = 1)⟧, Tanh]"
            ),
            "kernel (3) is not divisible by its stride (2)"
        ),
        new(
            Rule.Checkerboard,
            Declaration.WithGenerator(
                "[Reshape(64, 1, 1), ⟦ConvTranspose2d(1, 4, Dilation = 2)⟧, Flatten, Linear(784), Tanh, Reshape(1, 28, 28)]"
            ),
            "lie 2 apart (Dilation), which its input [N, 64, 1, 1] does not fill everywhere, so between pixels with contributions there are some without any"
        ),
        new(
            Rule.Checkerboard,
            Declaration.WithGenerator(
                "[Reshape(16, 2, 2), ⟦ConvTranspose2d(1, 4, Dilation = 3)⟧, Flatten, Linear(784), Tanh, Reshape(1, 28, 28)]"
            ),
            "make the Dilation smaller"
        ),
        new(
            Rule.DroppedInput,
            Declaration.WithDiscriminator("[⟦Conv2d(8, 2, Stride = 3)⟧, LeakyReLU(0.2), Flatten, Linear(1)]"),
            "2 rows and 2 columns before the end"
        ),
        new(
            Rule.DroppedInput,
            Declaration.WithDiscriminator("[⟦Conv2d(8, 4, Stride = 6)⟧, LeakyReLU(0.2), Flatten, Linear(1)]"),
            "each step leaves out 2 rows and 2 columns"
        ),
        new(
            Rule.DroppedInput,
            Declaration.WithDiscriminator(
                "[⟦Conv2d(16, 3, Stride = 2, Padding = 2, Dilation = 2)⟧, LeakyReLU(0.2), Flatten, Linear(1)]"
            ),
            "each step leaves out 1 row and 1 column of its input [N, 1, 28, 28], and what lies there never reaches the output; choose a Dilation"
        ),
        new(
            Rule.DroppedInput,
            Declaration.WithDiscriminator(
                "[⟦Conv2d(16, 2, Stride = 3, Padding = 1, Dilation = 2)⟧, LeakyReLU(0.2), Flatten, Linear(1)]"
            ),
            "each step leaves out 1 row and 1 column of its input [N, 1, 28, 28], and what lies there never reaches the output; make the kernel as large as "
                + "the Stride, with a Dilation that has no divisor in common with it"
        ),
        new(
            Rule.DroppedInput,
            Declaration.WithDiscriminator(
                "[⟦Conv2d(16, 2, Stride = 4, Padding = 2, Dilation = 2)⟧, LeakyReLU(0.2), Flatten, Linear(1)]"
            ),
            "each step leaves out 2 rows and 2 columns of its input [N, 1, 28, 28], and what lies there never reaches the output; make the kernel as large"
        ),
    ];
}
