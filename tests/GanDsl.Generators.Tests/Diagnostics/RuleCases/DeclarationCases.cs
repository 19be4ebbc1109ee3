using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Tests.Diagnostics.RuleCases;

/// <summary>Rules GAN01xx: what a declaration consists of, and its arguments.</summary>
internal static class DeclarationCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(
            Rule.NotPartial,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public class ⟦SmallGan⟧"),
            "add 'partial'"
        ),
        new(
            Rule.NotPartial,
            Declaration.Of(generator: "[Generator] [Linear(784), Reshape(1, 28, 28)] public class ⟦Generator⟧ { }"),
            "add 'partial'"
        ),
        new(
            Rule.NetworkCount,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦SmallGan⟧", generator: ""),
            "no generator"
        ),
        new(
            Rule.NetworkCount,
            Declaration.Of(
                discriminator: "[Discriminator, Flatten, Linear(1)] partial class A; [Discriminator, Flatten, Linear(1)] partial class ⟦B⟧;"
            ),
            "2 discriminators"
        ),
        new(
            Rule.MissingLatent,
            Declaration.Of(gan: "[Gan, Image(1, 28, 28)] public partial class ⟦SmallGan⟧"),
            "[Latent(64)]"
        ),
        new(
            Rule.DataShapeCount,
            Declaration.Of(gan: "[Gan, Latent(64)] public partial class ⟦SmallGan⟧"),
            "no data shape"
        ),
        new(
            Rule.DataShapeCount,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Point(2)⟧]"),
            "several data shapes"
        ),
        new(
            Rule.UnsupportedType,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦SmallGan⟧<T>"),
            "generic"
        ),
        new(
            Rule.UnsupportedType,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public partial record ⟦SmallGan⟧"),
            "a record"
        ),
        new(
            Rule.UnsupportedType,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] file partial class ⟦SmallGan⟧"),
            "local to its file"
        ),
        new(
            Rule.LayersOnSeveralParts,
            Declaration.Of(discriminator: "[Discriminator, Flatten] partial class D1; [⟦Linear(1)⟧] partial class D1;"),
            "2 parts"
        ),
        new(Rule.NoLayers, Declaration.Of(discriminator: "[Discriminator] partial class ⟦Critic⟧;"), "no layer"),
        new(
            Rule.InvalidArgument,
            Declaration.WithDiscriminator("[Flatten, ⟦Linear(0)⟧]"),
            "outFeatures is 0, but it has to be at least 1"
        ),
        new(
            Rule.InvalidArgument,
            Declaration
                .WithDiscriminator("[Dropout(1.5), Flatten, Linear(1)]")
                .Replace("Dropout(1.5)", "⟦Dropout(1.5)⟧"),
            "[0, 1]"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithDiscriminator("[Conv2d(4, 3, ⟦StrideWidth = 0⟧), Flatten, Linear(1)]"),
            "StrideWidth is 0"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithDiscriminator("[BatchNorm(⟦Eps = 0⟧), Flatten, Linear(1)]"),
            "Eps is 0"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan(⟦DiscriminatorSteps = 0⟧), Latent(64), Image(1, 28, 28)]"),
            "at least 1"
        ),
        new(Rule.InvalidArgument, Declaration.WithGan("[Gan, ⟦Latent(0)⟧, Image(1, 28, 28)]"), "dimensions is 0"),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Adam(-1)⟧]"),
            "learningRate is -1"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), Adam(⟦Beta1 = 1⟧)]"),
            "Beta1 is 1"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), AdamW(⟦WeightDecay = -0.01⟧)]"),
            "WeightDecay is -0.01"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦AdamW(0)⟧]"),
            "learningRate is 0"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), RmsProp(⟦Alpha = 1⟧)]"),
            "Alpha is 1"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), RmsProp(⟦Alpha = 0⟧, Centered = true)]"),
            "above 0 where Centered is true"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), RmsProp(⟦Momentum = -1⟧)]"),
            "Momentum is -1"
        ),
        new(
            Rule.InvalidName,
            Declaration.WithDiscriminator("[Flatten, Linear(1, ⟦Name = \"two words\"⟧)]"),
            "not a C# identifier"
        ),
        new(
            Rule.InvalidName,
            Declaration.WithDiscriminator("[Flatten, Linear(1, ⟦Name = \"forward\"⟧)]"),
            "already means something"
        ),
        new(
            Rule.InvalidName,
            Declaration.WithDiscriminator("[Flatten, Linear(4, Name = \"a\"), Linear(1, ⟦Name = \"a\"⟧)]"),
            "already the name"
        ),
        new(
            Rule.OptimizerCount,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), Adam, ⟦Sgd(0.1)⟧]"),
            "2 optimisers"
        ),
        new(
            Rule.UnsupportedType,
            Declaration.Of(
                generator: "[Generator, Discriminator] [Linear(784), Reshape(1, 28, 28), Flatten, Linear(1)] partial class ⟦Both⟧;",
                discriminator: ""
            ),
            "at once"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan(
                "[Gan(DiscriminatorSteps = 2, ⟦BatchSize = 2000000000⟧), Latent(64), Image(1, 28, 28)]"
            ),
            "2,147,483,647"
        ),
        new(
            Rule.LanguageVersion,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦SmallGan⟧"),
            "C# 11"
        )
        {
            Language = LanguageVersion.CSharp11,
        },
        new(
            Rule.StrayAttribute,
            Declaration.Of() + "[⟦Linear(3)⟧, ReLU] public partial class Forgotten;",
            "[Generator] or [Discriminator]"
        ),
        new(
            Rule.StrayAttribute,
            Declaration.Of() + "[⟦Generator⟧] [Linear(3)] public partial class Alone;",
            "nested in a class marked with [Gan]"
        ),
        new(Rule.StrayAttribute, Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Tanh⟧]"), "layers stand on"),
        new(
            Rule.StrayAttribute,
            Declaration.WithDiscriminator("[Flatten, Linear(1), ⟦Latent(3)⟧]"),
            "marked with [Gan]"
        ),
        new(Rule.StrayAttribute, Declaration.Of() + "[⟦Adam⟧] public class Trainer;", "optimisers stand on"),
        new(
            Rule.UnusualArgument,
            Declaration.WithGenerator(
                "[Linear(64, Bias = false), BatchNorm(⟦Eps = 0.8⟧), ReLU, Linear(784), Tanh, Reshape(1, 28, 28)]"
            ),
            "Keras"
        ),
        new(
            Rule.UnusualArgument,
            Declaration.WithDiscriminator("[⟦Conv2d(1, 16, 3)⟧, LeakyReLU(0.2), Flatten, Linear(1)]"),
            "declare Conv2d(16, 3) if 16 are those of the output"
        ),
        new(
            Rule.UnusualArgument,
            Declaration.WithGenerator(
                "[Linear(392), ReLU, Reshape(8, 7, 7), ⟦ConvTranspose2d(8, 12, 4)⟧, ReLU, Flatten, Linear(784), Tanh, Reshape(1, 28, 28)]"
            ),
            "declare ConvTranspose2d(12, 4)"
        ),
        new(
            Rule.UnusualArgument,
            Declaration.WithDiscriminator("[Flatten, Linear(8), ⟦LeakyReLU(1)⟧, Linear(1)]"),
            "identity"
        ),
        new(
            Rule.UnusualArgument,
            Declaration.WithDiscriminator("[Flatten, Linear(8), LeakyReLU(⟦negativeSlope: -0.2⟧), Linear(1)]"),
            "in [0, 1)"
        ),
        new(
            Rule.UnusualArgument,
            Declaration.WithDiscriminator("[Flatten, Linear(8), ⟦Dropout(1)⟧, Linear(1)]"),
            "nothing before it learns"
        ),
        new(
            Rule.UnusualArgument,
            Declaration.WithGenerator(
                "[Linear(64, Bias = false), BatchNorm(⟦Momentum = 0.8⟧), ReLU, Linear(784), Tanh, Reshape(1, 28, 28)]"
            ),
            "a Keras momentum of 0.8 is Momentum = 0.2 here"
        ),
        new(
            Rule.UnusualArgument,
            Declaration
                .WithGenerator(
                    "[Linear(784), InstanceNorm(TrackRunningStats = true, ⟦Momentum = 1⟧), ReLU, Linear(28), Tanh]"
                )
                .Replace("[Linear(784), Inst", "[Linear(784), Reshape(1, 28, 28), Inst"),
            "at most 0.5"
        ),
        new(
            Rule.TakenMember,
            Declaration.Of(gan: null).Replace("SmallGan\n{", "SmallGan\n{\n    private int ⟦log⟧ = 1;"),
            "SmallGan has a field log of yours, but the field log is generated for it; give yours another name"
        ),
        new(
            Rule.TakenMember,
            Declaration.Of().Replace("SmallGan\n{", "SmallGan\n{\n    public void ⟦Dispose⟧() { }"),
            "a method Dispose() of yours"
        ),
        new(
            Rule.TakenMember,
            Declaration.Of().Replace("SmallGan\n{", "SmallGan\n{\n    public class ⟦Images⟧;"),
            "the type Images is generated"
        ),
        new(
            Rule.TakenMember,
            Declaration
                .Of()
                .Replace(
                    "SmallGan\n{",
                    "SmallGan\n{\n    public ⟦SmallGan⟧(string folder) => System.Console.WriteLine(folder);"
                ),
            "begin it with ': this(new Options())'"
        ),
        new(
            Rule.TakenMember,
            Declaration.Of(
                discriminator: "[Discriminator] [Flatten, Linear(1)] public partial class Discriminator { public int ⟦linear1⟧; }"
            ),
            "Discriminator has a field linear1 of yours"
        ),
        new(
            Rule.TakenMember,
            Declaration.Of(
                discriminator: "[Discriminator] [Flatten, Linear(1)] public partial class Discriminator { public ⟦Discriminator⟧() { } }"
            ),
            "leave yours out, or give it other parameters"
        ),
        new(
            Rule.HiddenName,
            Declaration.Of(
                gan: "public class Tensor; [Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦SmallGan⟧"
            ),
            "Tensor hides the Tensor"
        ),
        new(
            Rule.HiddenName,
            Declaration.Of(
                gan: "public class Device; public class Optimizer; [Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦SmallGan⟧"
            ),
            "Device hides the Device, Optimizer hides the Optimizer that the code generated for SmallGan uses; rename them"
        ),
        new(
            Rule.HiddenName,
            Declaration.Of(
                gan: "public class Schedules; [Gan, Latent(64), Image(1, 28, 28), WarmUp(10)] public partial class ⟦SmallGan⟧"
            ),
            "Schedules hides the Schedules"
        ),
        new(
            Rule.HiddenName,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦Linear⟧"),
            "Linear hides the Linear"
        ),
        new(
            Rule.HiddenName,
            Declaration.Of(
                gan: "namespace Device { class Mine; } [Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦SmallGan⟧"
            ),
            "Device hides the Device"
        ),
        new(
            Rule.HiddenName,
            Declaration.Of(
                gan: "partial class Outer { public int Tensor; } partial class Outer { [Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦SmallGan⟧"
            ) + "}",
            "Outer.Tensor hides the Tensor"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan(⟦Update = (GanUpdate)77⟧), Latent(64), Image(1, 28, 28)]"),
            "Update is (GanUpdate)(77), but it has to be a member of GanUpdate"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64, ⟦Distribution = (LatentDistribution)9⟧), Image(1, 28, 28)]"),
            "a member of LatentDistribution"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28, ⟦Range = (ValueRange)(-1)⟧)]"),
            "Range is (ValueRange)(-1)"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithDiscriminator("[Conv2d(1, 28, ⟦PaddingMode = (PaddingMode)9⟧)]"),
            "a member of PaddingMode"
        ),
        new(
            Rule.SizeOverflows,
            Declaration.WithGan("[Gan, Latent(64), ⟦Image(65536, 65536, 65536)⟧]"),
            "one example has more than 1,099,511,627,776 values"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Sgd(double.MaxValue)⟧]"),
            "finite in float32"
        ),
        new(
            Rule.InvalidClassName,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦Images⟧"),
            "choose another"
        ),
        new(
            Rule.InvalidClassName,
            Declaration.Of(
                generator: "[Generator] [Linear(784), Tanh, Reshape(1, 28, 28)] public partial class ⟦Options⟧;"
            ),
            "cannot be called Options"
        ),
        new(
            Rule.InvalidClassName,
            Declaration.Of(
                generator: "[Generator] [Linear(784), Tanh, Reshape(1, 28, 28)] public partial class ⟦SmallGan⟧;"
            ),
            "cannot be called SmallGan"
        ),
        new(
            Rule.UnsupportedType,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦SmallGan⟧(int size)"),
            "a primary constructor"
        ),
        new(
            Rule.UnsupportedType,
            Declaration.Of(
                generator: "[Generator] [Linear(784), Tanh, Reshape(1, 28, 28)] public partial class ⟦Generator⟧ : object;"
            ),
            "derives from object"
        ),
    ];
}
