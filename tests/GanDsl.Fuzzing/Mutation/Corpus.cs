using GanDsl.Generators.Tests.Models;

namespace GanDsl.Fuzzing.Mutation;

/// <summary>The source texts that mutations start from.</summary>
internal static class Corpus
{
    private const string Small =
        "using GanDsl; [Gan, Latent(2), Point(2)] partial class SmallGan { [Generator, Linear(2)] partial class A; "
        + "[Discriminator, Linear(1)] partial class B; }";

    private const string SeveralParts = """
        using GanDsl;

        namespace Demo
        {
            namespace Inner
            {
                [Gan, Latent(4)]
                internal partial class PartsGan
                {
                    [Generator, Linear(8), Reshape(2, 4)]
                    private partial class Maker { }
                }

                [Signal(2, 4), Sgd(0.1)]
                partial class PartsGan
                {
                    partial class Maker { }

                    [Discriminator]
                    [Flatten(StartDim = 1, EndDim = -1), Linear(1)]
                    private partial class Judge { }
                }
            }
        }
        """;

    private const string TwoGans = """
        using GanDsl;

        [Gan, Latent(2), Point(2)]
        public partial class FirstGan
        {
            [Generator, Linear(2)] public partial class G1;
            [Discriminator, Linear(1)] public partial class D1;
        }

        public static partial class Holder
        {
            [Gan(DiscriminatorSteps = 2), Latent(2), Point(2), Adam(1e-3, Beta1 = 0.5)]
            public partial class SecondGan
            {
                [Generator, Maxout(2, 3, Name = "units")] public partial class G1;
                [Discriminator, Dropout(0.3), Linear(1)] public partial class D1;
            }
        }
        """;

    public static readonly IReadOnlyList<string> Texts =
    [
        DeclaredGans.Digits,
        DeclaredGans.Ring,
        DeclaredGans.Nested,
        DeclaredGans.Convolutions,
        DeclaredGans.Structure,
        DeclaredGans.Broken,
        RegularizedGans.Critic,
        RegularizedGans.Packed,
        RegularizedGans.Relativistic,
        ConditionalGans.Projected,
        ConditionalGans.Auxiliary,
        ConditionalGans.Embedded,
        ConditionalGans.Attentive,
        Small,
        SeveralParts,
        TwoGans,
    ];
}
