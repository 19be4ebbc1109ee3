namespace GanDsl.Generators.Tests.Diagnostics.RuleCases;

/// <summary>Rules of blocks, of modules of the user's own, and of what is declared of layers.</summary>
internal static class StructureCases
{
    private const string Module =
        "using TorchSharp; public class Mine : torch.nn.Module<torch.Tensor, torch.Tensor> { public Mine(int width = 1) : base(\"\") { } "
        + "public override torch.Tensor forward(torch.Tensor input) => input; }";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(Rule.InvalidUse, Declaration.WithGenerator("[⟦Use<string>⟧]"), "String is neither a block nor a module"),
        new(
            Rule.InvalidUse,
            Declaration.WithGenerator("[⟦Use<Film>⟧]")
                + "using T = TorchSharp.torch.Tensor; public abstract class Film() : TorchSharp.torch.nn.Module<T, T, T, T>(\"\");",
            "Film is a module, but none from one tensor, or from one and the labels, to one tensor"
        ),
        new(
            Rule.MissingLabels,
            Declaration.WithGenerator("[Linear(784), ⟦Use<Film>⟧, Tanh, Reshape(1, 28, 28)]")
                + "[ShapeRule(KeepsShape = true)] public class Film() : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>(\"\")"
                + "{ public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor labels) => input; }",
            "it looks at labels, but SmallGan declares none"
        ),
        new(
            Rule.InvalidUse,
            WithModule("[⟦Use<Mine>⟧]")
                .Replace("public class Mine", "[ShapeRule(KeepsShape = true)] public abstract class Mine"),
            "Mine is abstract"
        ),
        new(
            Rule.InvalidUse,
            WithModule(
                    "[⟦Use<B>⟧]",
                    "partial class Around { [Block, Use<Hidden>] public class B; [ShapeRule(KeepsShape = true)] class Hidden : Mine; }"
                )
                .Replace("Use<B>", "Use<Around.B>"),
            "Hidden cannot be seen"
        ),
        new(
            Rule.InvalidUse,
            Declaration.WithGenerator("[⟦Use<B>⟧]") + "[Block, Residual<object>, Linear(3)] class B;",
            "Object is no block, but a shortcut has to be one"
        ),
        new(
            Rule.InvalidUse,
            Declaration.WithGenerator("[⟦Use<SmallGan.Discriminator>⟧]"),
            "neither a block nor a module"
        ),
        new(
            Rule.UseArguments,
            Declaration.WithGenerator("[⟦Use<B>⟧]") + "[Block, Linear(BlockParameter.Second)] class B;",
            "takes 2 arguments, but 0 are given"
        ),
        new(
            Rule.UseArguments,
            Declaration.WithGenerator("[⟦Use<B>(1, 2)⟧]") + "[Block, Linear(BlockParameter.First)] class B;",
            "takes 1 argument, but 2 are given"
        ),
        new(
            Rule.UseArguments,
            Declaration.WithGenerator("[⟦Use<B>(0.5)⟧]") + "[Block, Linear(BlockParameter.First)] class B;",
            "have to be whole numbers"
        ),
        new(
            Rule.UseArguments,
            WithModule("[⟦Use<Mine>(\"1\")⟧]")
                .Replace("public class Mine", "[ShapeRule(KeepsShape = true)] public class Mine"),
            "no public or internal constructor of Mine takes (string)"
        ),
        new(
            Rule.UseArguments,
            WithModule("[⟦Use<Mine>(typeof(int))⟧]")
                .Replace("public class Mine", "[ShapeRule(KeepsShape = true)] public class Mine"),
            "argument 1 cannot be passed on"
        ),
        new(
            Rule.BlockParameterOutside,
            Declaration.WithGenerator("[⟦Linear(BlockParameter.First)⟧]"),
            "BlockParameter.First stands for an argument of a block's use"
        ),
        new(
            Rule.BlockParameterOutside,
            Declaration.WithGenerator("[⟦Use<B>(BlockParameter.Third)⟧]")
                + "[Block, Linear(BlockParameter.First)] class B;",
            "BlockParameter.Third"
        ),
        new(
            Rule.BlockParameterArithmetic,
            Declaration.WithGenerator("[⟦Use<B>(65)⟧]") + "[Block, Linear(BlockParameter.First - 1)] class B;",
            "C# computes BlockParameter.First - 1 before a use says what the parameter is"
        ),
        new(
            Rule.BlockParameterArithmetic,
            Declaration.WithGenerator("[⟦Linear(-(GanDsl.BlockParameter.First))⟧]"),
            "type a number"
        ),
        new(
            Rule.InvalidArgument,
            WithModule("[⟦Use<Mine>⟧]")
                .Replace(
                    "public class Mine",
                    "[ShapeRule(KeepsShape = true, Minimum = 1, Maximum = 0)] public class Mine"
                ),
            "the Minimum 1 and the Maximum 0"
        ),
        new(
            Rule.BlockRecursion,
            Declaration.WithGenerator("[⟦Use<A>⟧]") + "[Block, Use<B>] class A; [Block, Linear(3), Use<A>] class B;",
            "the block A contains itself (A → B → A)"
        ),
        new(
            Rule.BlockRecursion,
            Declaration.WithGenerator("[⟦Use<A>⟧]") + "[Block, Residual<A>, Linear(3)] class A;",
            "(A → A)"
        ),
        new(Rule.MissingShapeRule, WithModule("[⟦Use<Mine>⟧]"), "does not say what it makes of the shape"),
        .. UnreadableRules.Select(rule => new RuleCase(
            Rule.MissingShapeRule,
            WithModule("[⟦Use<Mine>⟧]")
                .Replace("public class Mine", $"[ShapeRule({rule.Arguments})] public class Mine"),
            rule.Words
        )),
        .. UnfitRules.Select(rule => new RuleCase(
            Rule.ShapeRuleDoesNotFit,
            WithModule("[⟦Use<Mine>⟧]").Replace("public class Mine", $"[ShapeRule(\"{rule.Text}\")] public class Mine"),
            rule.Words
        )),
        new(
            Rule.ShapeRuleDoesNotFit,
            WithModule("[Linear(784), Reshape(1, 14, 56), ⟦Use<Mine>⟧]")
                .Replace("public class Mine", "[ShapeRule(\"C, S, S -> C, S, S\")] public class Mine"),
            "takes another input [N, 1, 14, 56]"
        ),
        new(
            Rule.InitWithoutEffect,
            Declaration.WithDiscriminator("[Flatten, ⟦Init(Initializer.Normal, 0.02)⟧, Linear(1)]"),
            "none of the layers that it stands for"
        ),
        new(
            Rule.InitWithoutEffect,
            Declaration.WithGan(
                "[Gan, Latent(64), Image(1, 28, 28)] [⟦Init(Initializer.Normal, 0.02, For = LayerKinds.Convolutions)⟧]"
            ),
            "(Convolutions)"
        ),
        new(
            Rule.SpectralNormWithoutWeight,
            Declaration.WithDiscriminator("[Flatten, ⟦SpectralNorm⟧, Linear(1)]"),
            "Flatten has no weight that it divides"
        ),
        new(
            Rule.SpectralNormWithoutWeight,
            Declaration.WithDiscriminator("[⟦Use<B>⟧, Flatten, Linear(1)]")
                + "[Block, SpectralNorm, Tanh, ReLU] class B;",
            "none of the layers that it is for has a weight"
        ),
        new(
            Rule.SpectralNormWithoutWeight,
            Declaration.WithDiscriminator("[⟦Use<B>⟧, Flatten, Linear(1)]")
                + "[Block, Residual<S>, Conv2d(1, 1)] class B; [Block, SpectralNorm, ReLU] class S;",
            "SpectralNorm in Residual<S> in Use<B>"
        ),
        new(
            Rule.SpectralNormWithoutWeight,
            Declaration.WithDiscriminator("[Flatten, ⟦Linear(1)⟧, Init(Initializer.Constant, 0), SpectralNorm]"),
            "its weight starts at zero"
        ),
        new(
            Rule.SpectralNormWithoutWeight,
            Declaration.WithDiscriminator(
                "[Conv2d(8, 4, Stride = 4), LeakyReLU(0.2), ⟦SelfAttention⟧, Init(Initializer.Constant, 0), SpectralNorm, Flatten, Linear(1)]"
            ),
            "its weight starts at zero"
        ),
        new(
            Rule.SpectralNormWithoutWeight,
            Declaration.WithDiscriminator(
                "[Flatten, Linear(8), MinibatchDiscrimination(3, 2), ⟦SpectralNorm⟧, Linear(1)]"
            ),
            "MinibatchDiscrimination has no weight that it divides"
        ),
        new(
            Rule.ResidualShapes,
            Declaration.WithGenerator("[⟦Use<B>(3)⟧]") + "[Block, Residual, Linear(BlockParameter.First)] class B;",
            "its layers give [N, 3], but its input, which is added to that, is [N, 64]"
        ),
        new(
            Rule.ResidualShapes,
            Declaration.WithGenerator("[⟦Use<B>(3)⟧]")
                + "[Block, Residual<S>(4), Linear(BlockParameter.First)] class B; [Block, Linear(BlockParameter.First)] class S;",
            "but its shortcut gives [N, 4]"
        ),
        new(
            Rule.SpectralNormBeforeNormalization,
            Declaration.WithDiscriminator(
                "[SpectralNorm] [Conv2d(4, 4), LeakyReLU, Conv2d(4, 4, Bias = false), ⟦BatchNorm⟧, LeakyReLU, Flatten, Linear(1)]"
            ),
            "the Conv2d before it has its weight divided"
        ),
        new(
            Rule.SpectralNormLeavesOut,
            Declaration.WithDiscriminator(
                "[SpectralNorm] [Flatten, Linear(8), LeakyReLU(0.2), ⟦MinibatchDiscrimination(3, 2)⟧, Linear(1)]"
            ),
            "does not divide its weights"
        ),
        // The rules of layers, seen through blocks.
        new(
            Rule.KernelTooLarge,
            Declaration.WithDiscriminator("[⟦Use<Outer>(29)⟧, Flatten, Linear(1)]")
                + "[Block, LeakyReLU, Use<Inner>(BlockParameter.First)] class Outer; [Block, Tanh, Conv2d(1, BlockParameter.First)] class Inner;",
            "Conv2d(1, BlockParameter.First) in Use<Inner>(BlockParameter.First) in Use<Outer>(29): its kernel of 29 × 29 pixels"
        ),
        new(
            Rule.InputRank,
            Declaration.WithDiscriminator("[Flatten, ⟦Use<B>⟧, Linear(1)]") + "[Block, Tanh, Conv2d(1, 1)] class B;",
            "Shapes: images [N, 1, 28, 28] → Flatten [N, 784] → B (Tanh [N, 784] → ✗ Conv2d)"
        ),
        new(
            Rule.NoLayers,
            Declaration.WithDiscriminator("[Flatten, ⟦Use<B>⟧, Linear(1)]") + "[Block] class B;",
            "The block B has no layer"
        ),
        new(
            Rule.LayersOnSeveralParts,
            Declaration.WithDiscriminator("[Flatten, ⟦Use<B>⟧, Linear(1)]")
                + "[Block, ReLU] partial class B; [Tanh] partial class B;",
            "The layers of the block B stand on 2 parts"
        ),
        new(
            Rule.InvalidName,
            Declaration.WithDiscriminator("[Flatten, ⟦Use<B>⟧, Linear(1)]")
                + "[Block, Residual<S>, Linear(784, Name = \"shortcut\")] class B; [Block, ReLU] class S;",
            "already means something"
        ),
        new(
            Rule.InvalidName,
            Declaration.WithDiscriminator("[Flatten, Use<B>(⟦Name = \"forward\"⟧), Linear(1)]")
                + "[Block, ReLU] class B;",
            "already means something"
        ),
        new(
            Rule.SizeOverflows,
            Declaration.WithDiscriminator("[Flatten, ⟦Use<B0>⟧, Linear(1)]")
                + string.Concat(
                    Enumerable
                        .Range(0, 30)
                        .Select(level => $"[Block, Use<B{level + 1}>, Use<B{level + 1}>] class B{level};")
                )
                + "[Block, ReLU] class B30;",
            "more than 10,000 layers"
        ),
        new(
            Rule.GeneratorOutput,
            Declaration.WithGenerator("[⟦Use<B>(10)⟧]") + "[Block, Linear(BlockParameter.First)] class B;",
            "the generator gives [N, 10]"
        ),
        new(
            Rule.BiasBeforeNormalization,
            Declaration.WithDiscriminator(
                "[Conv2d(4, 4), LeakyReLU, ⟦Use<B>⟧, BatchNorm, LeakyReLU, Flatten, Linear(1)]"
            ) + "[Block, Conv2d(4, 4)] class B;",
            "Conv2d(4, 4) in Use<B>: the BatchNorm after it subtracts the mean"
        ),
        new(
            Rule.BiasBeforeNormalization,
            Declaration.WithDiscriminator("[Conv2d(4, 4), LeakyReLU, ⟦Use<B>⟧, LeakyReLU, Flatten, Linear(1)]")
                + "[Block, Residual<S>, Conv2d(4, 3, Padding = 1)] class B; [Block, Conv2d(4, 1), BatchNorm] class S;",
            "Conv2d(4, 1) in Residual<S> in Use<B>: the BatchNorm after it subtracts the mean"
        ),
        new(
            Rule.BiasBeforeNormalization,
            Declaration.WithDiscriminator(
                "[Conv2d(4, 4, Stride = 4), LeakyReLU(0.2), ⟦Use<B>⟧, BatchNorm, LeakyReLU(0.2), Flatten, Linear(1)]"
            ) + "[Block, Residual, Conv2d(4, 3, Padding = 1)] class B;",
            "Conv2d(4, 3, Padding = 1) in Use<B>: the BatchNorm after it"
        ),
        new(
            Rule.NormalizedData,
            Declaration.WithDiscriminator("[⟦Use<B>⟧, Flatten, Linear(1)]")
                + "[Block, Conv2d(4, 4, Bias = false), BatchNorm, ReLU] class B;",
            "BatchNorm in Use<B>"
        ),
        new(
            Rule.DoubleSigmoid,
            Declaration.WithDiscriminator("[Flatten, Linear(1), ⟦Use<B>⟧]") + "[Block, Sigmoid] class B;",
            "Sigmoid in Use<B>"
        ),
        new(
            Rule.UnboundedOutput,
            Declaration.WithGenerator("[Linear(784), Tanh, Reshape(1, 28, 28), ⟦Use<B>⟧]")
                + "[Block, Residual, Conv2d(1, 3, Padding = 1)] class B;",
            "any real number"
        ),
        new(
            Rule.OutputRangeDiffers,
            Declaration.WithGenerator("[Linear(784), Tanh, Reshape(1, 28, 28), ⟦Use<B>⟧]")
                + "[Block, Residual, Tanh] class B;",
            "in [-1.76, 1.76]"
        ),
        new(
            Rule.OutputRangeDiffers,
            Declaration.WithGenerator("[Linear(784), Reshape(1, 28, 28), ⟦Use<B>⟧]")
                + "[Block, Residual<S>, Tanh] class B; [Block, Conv2d(1, 3, Padding = 1), Sigmoid] class S;",
            "in [-1, 2]"
        ),
        new(
            Rule.NormalizationOfOneValue,
            Declaration
                .WithDiscriminator("[Flatten, Linear(8, Bias = false), LeakyReLU, ⟦Use<B>⟧, Linear(1)]")
                .Replace("[Gan,", "[Gan(BatchSize = 1),") + "[Block, BatchNorm] class B;",
            "BatchNorm in Use<B>: BatchSize is 1"
        ),
        new(
            Rule.HiddenName,
            Declaration
                .WithDiscriminator("[Flatten, Use<B>, Linear(1)]")
                .Replace("partial class SmallGan", "partial class ⟦SmallGan⟧")
                + "[Block, BatchNorm] class B; class BatchNormalization;",
            "BatchNormalization hides"
        ),
        // The arguments of what is declared of layers.
        new(Rule.InvalidArgument, WithInit("⟦Init(Initializer.Uniform)⟧"), "it has no scale"),
        new(Rule.InvalidArgument, WithInit("⟦Init(Initializer.Constant)⟧"), "give the value"),
        new(
            Rule.InvalidArgument,
            WithInit("⟦Init(Initializer.Normal, -1)⟧"),
            "scale is -1, but it has to be at least 0"
        ),
        new(Rule.InvalidArgument, WithInit("⟦Init(Initializer.TruncatedNormal, 0)⟧"), "above 0"),
        new(Rule.InvalidArgument, WithInit("⟦Init((Initializer)77)⟧"), "a member of Initializer"),
        new(Rule.InvalidArgument, WithInit("Init(Initializer.XavierNormal, ⟦Mean = 1⟧)"), "has no Mean"),
        new(Rule.InvalidArgument, WithInit("Init(Initializer.Normal, 1, ⟦FanOut = true⟧)"), "has no FanOut"),
        new(Rule.InvalidArgument, WithInit("Init(Initializer.Normal, 1, ⟦Bias = double.NaN⟧)"), "Bias is"),
        new(Rule.InvalidArgument, WithInit("Init(Initializer.Normal, 1, ⟦For = LayerKinds.None⟧)"), "at least one"),
        new(Rule.InvalidArgument, WithInit("Init(Initializer.Orthogonal, ⟦For = LayerKinds.All⟧)"), "needs a matrix"),
        new(Rule.InvalidArgument, WithInit("SpectralNorm(⟦PowerIterations = 0⟧)"), "at least 1"),
        new(Rule.InvalidArgument, WithInit("SpectralNorm(⟦Eps = -1⟧)"), "at least 0"),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28)] [⟦Init(Initializer.Normal, double.NaN)⟧]"),
            "at least 0 and finite"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithDiscriminator("[Flatten, ⟦Use<B>⟧, Linear(1)]")
                + "[Block, SpectralNorm(PowerIterations = -3), Linear(3)] class B;",
            "SpectralNorm(PowerIterations = -3) in Use<B>"
        ),
        // Where they mean nothing.
        new(Rule.StrayAttribute, Declaration.Of() + "[⟦Residual⟧] class Stray;", "a class marked with [Block]"),
        new(Rule.StrayAttribute, Declaration.Of() + "[⟦Use<string>⟧] class Stray;", "layers stand on"),
        new(
            Rule.StrayAttribute,
            Declaration.Of() + "[⟦Init(Initializer.Normal)⟧] class Stray;",
            "before its first layer"
        ),
        new(
            Rule.StrayAttribute,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦SpectralNorm⟧]"),
            "before its first layer or after the layer"
        ),
    ];

    private static IEnumerable<(string Arguments, string Words)> UnreadableRules =>
        [
            ("", "is empty"),
            ("\"C -> C\", KeepsShape = true", "it can do one of them"),
            ("\"C, C\"", "one arrow"),
            ("\"C -> C -> C\"", "one arrow"),
            ("\"C -> D\"", "'D' is neither a number nor a size of the input"),
            ("\"C -> C +\"", "'C +' ends too early"),
            ("\"C -> (C\"", "'(C' ends too early"),
            ("\"C -> C)\"", "')' is not expected"),
            ("\"C -> 2C\"", "'2C' is neither"),
            ("\"C -> \"", "ends too early"),
            ("\"C -> C,\"", "ends too early"),
            ("\"C? -> 3\"", "'C' is neither a number"),
            ("\"C -> 99999999999999999999999\"", "is neither a number"),
            ("null!", "is empty"),
        ];

    /// <summary>For the input [N, 64].</summary>
    private static IEnumerable<(string Text, string Words)> UnfitRules =>
        [
            ("C, H -> C", "takes another input [N, 64]"),
            ("32 -> 32", "takes another input [N, 64]"),
            ("C -> C / 3", "64 / 3 does not come out even"),
            ("C -> C / (C - C)", "64 / 0 does not come out even"),
            ("C -> C - 64", "gives [N, 0], with a size below 1"),
            ("C -> 1 - C", "with a size below 1"),
            ("C -> C * 9000000000000000000", "overflows"),
        ];

    private static string WithModule(string layers, string more = "") =>
        "using TorchSharp;" + Declaration.WithGenerator(layers) + Module.Replace("using TorchSharp;", "") + more;

    private static string WithInit(string modifier) =>
        Declaration.WithDiscriminator($"[{modifier}] [Flatten, Linear(1)]");
}
