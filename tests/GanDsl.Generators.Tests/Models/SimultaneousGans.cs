namespace GanDsl.Generators.Tests.Models;

/// <summary>Simultaneous updates: with one backward pass through the discriminator, and where it takes two.</summary>
internal static class SimultaneousGans
{
    public const string OnePass = """
        using GanDsl;

        namespace Demo;

        [Gan(Update = GanUpdate.Simultaneous)]
        [Latent(2)]
        [Point(2)]
        [R1(10, Every = 16)]
        public partial class OnePassGan
        {
            [Generator]
            [Linear(8), ReLU]
            [Linear(2)]
            public partial class Generator;

            [Discriminator]
            [Linear(8), LeakyReLU(0.2)]
            [Linear(1)]
            public partial class Discriminator;
        }
        """;

    public const string TwoPasses = """
        using GanDsl;

        namespace Demo;

        [Gan(Update = GanUpdate.Simultaneous)]
        [Latent(2)]
        [Point(2)]
        public partial class TwoPassesGan
        {
            [Generator]
            [Linear(8), ReLU]
            [Linear(2)]
            public partial class Generator;

            [Discriminator]
            [Linear(8, Bias = false), BatchNorm, LeakyReLU(0.2)]
            [Linear(1)]
            public partial class Discriminator;
        }
        """;
}
