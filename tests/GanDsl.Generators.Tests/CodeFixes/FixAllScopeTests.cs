using GanDsl.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>Fix All takes the same choice at everything that the analyzer reports in the document, the project or the solution.</summary>
public class FixAllScopeTests
{
    private const string Sigmoids = """
        using GanDsl;

        namespace NAME;

        [Gan, Latent(64)]
        [Image(1, 28, 28)]
        public partial class SmallGan
        {
            [Generator, Linear(784), Tanh, Reshape(1, 28, 28)]
            public partial class Generator;

            [Discriminator, Flatten, Linear(1), /* probability */ Sigmoid]
            public partial class Discriminator;
        }

        """;

    private static readonly string Mended = Sigmoids.Replace(", /* probability */ Sigmoid", " /* probability */");

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task Covers_its_scope(FixAllScope scope, int documents)
    {
        string[] sources = [.. new[] { "A", "B", "C" }.Select(name => Sigmoids.Replace("NAME", name))];
        string[] mended = [.. new[] { "A", "B", "C" }.Select(name => Mended.Replace("NAME", name))];
        var run = FixRun.On(sources[0], sources[1]).And(sources[2]);

        var result = await run.FixAllAsync("GAN0301", "GAN0301 Remove", scope);

        var texts = await result.TextsAsync();
        Assert.Equal([.. mended.Take(documents), .. sources.Skip(documents)], texts);
    }

    [Fact]
    public async Task Makes_the_parts_of_a_class_partial_wherever_they_stand()
    {
        var source = Declaration.Of(
            gan: "[Gan, Latent(64), Image(1, 28, 28)] public class SmallGan",
            discriminator: "[Discriminator] [Flatten, Linear(1)] public class Discriminator { }"
        );
        const string other = "public class SmallGan { public const int Size = 28; }\n";
        var run = FixRun.On(source, other);

        var result = await run.FixAllAsync("GAN0101", "GAN0101 MakePartial", FixAllScope.Document);

        var texts = await result.TextsAsync();
        Assert.Equal(source.Replace("public class", "public partial class"), texts[0]);
        Assert.Equal(other.Replace("public class", "public partial class"), texts[1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("GAN0101 MakePartial")]
    public async Task Takes_the_likeliest_mend_without_a_choice_of_the_rule(string? key)
    {
        var result = await FixRun.On(Sigmoids).FixAllAsync("GAN0301", key, FixAllScope.Solution);

        Assert.Equal(Mended, Assert.Single(await result.TextsAsync()));
    }

    [Fact]
    public async Task Leaves_diagnostics_without_the_choice()
    {
        var result = await FixRun.On(Sigmoids).FixAllAsync("GAN0301", "GAN0301 Replace Tanh", FixAllScope.Solution);

        Assert.Equal(Sigmoids, Assert.Single(await result.TextsAsync()));
    }
}
