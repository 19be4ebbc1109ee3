using Microsoft.DotNet.Interactive.Documents;

namespace GanDsl.Interactive.Tests;

/// <summary>Cells declare GANs, train them and show what they make, in the kernels of polyglot notebooks.</summary>
public sealed class NotebookTests
{
    private const string Small = """
        #!gan
        [Gan(BatchSize = 4), Latent(3), Point(2)]
        public partial class SmallGan
        {
            [Generator]
            [Linear(2)]
            public partial class Generator;

            [Discriminator]
            [Linear(4), LeakyReLU(0.2)]
            [Linear(1)]
            public partial class Discriminator;
        }
        """;

    [Fact]
    public async Task The_example_runs_from_its_first_cell_to_its_last()
    {
        using var notebook = new Notebook();
        var document = await InteractiveDocument.LoadAsync(
            new(Path.Combine(AppContext.BaseDirectory, "Ring.ipynb")),
            new()
        );
        var cells = document
            .Elements.Where(element => element.KernelName != "markdown")
            .Select(element => element.Contents)
            .Where(cell => !cell.StartsWith("#r \"nuget:", StringComparison.Ordinal))
            // As it stands but for the time it takes.
            .Select(cell => cell.Replace("steps: 2000", "steps: 200", StringComparison.Ordinal))
            .ToList();

        var shown = new List<string>();
        foreach (var cell in cells)
        {
            shown.AddRange(await notebook.Run(cell));
        }
        Assert.Equal(5, cells.Count);
        Assert.Contains("<th>DiscriminatorLoss</th>", shown[0], StringComparison.Ordinal);
        Assert.Contains("discriminator loss", Drawing(shown[1]), StringComparison.Ordinal);
        Assert.Contains("points (1000)", Drawing(shown[2]), StringComparison.Ordinal);
        Assert.Contains("/8, high quality", shown[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_are_said_with_their_place()
    {
        using var notebook = new Notebook();

        var refusal = await notebook.Refusal(Small.Replace("[Linear(2)]", "[Linear(3)]", StringComparison.Ordinal));

        Assert.Contains("GAN0", refusal, StringComparison.Ordinal);
        Assert.StartsWith("(5,", refusal, StringComparison.Ordinal);
        Assert.Contains("[N, 3]", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class A : Missing { }", "(1,18)")]
    [InlineData("class A : Missing { }", "(1,11)")]
    [InlineData("using System.Text; [Serializable] class A : Missing { }", "(1,45)")]
    [InlineData("namespace My.Space; class A : Missing { }", "(1,31)")]
    [InlineData("namespace My.Space\n{\n    class A : Missing { }\n}", "(3,15)")]
    public async Task Columns_are_those_that_were_typed(string declaration, string place)
    {
        using var notebook = new Notebook();

        var refusal = await notebook.Refusal("#!gan\n" + declaration);

        Assert.StartsWith(place, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace My.Space;")]
    [InlineData("namespace My.Space;\nusing System.Text;")]
    [InlineData("using System.Text;")]
    public async Task Classes_are_known_whether_or_not_they_are_public_and_in_a_namespace(string head)
    {
        using var notebook = new Notebook();
        await notebook.Run(
            $$"""
            #!gan
            {{head}}

            [Block, Linear(4), ReLU]
            class Hidden;

            internal class Inside;

            file class Aside;

            [Gan(BatchSize = 4), Latent(3), Point(2)]
            partial class SmallGan
            {
                [Generator, Use<Hidden>, Linear(2)]
                public partial class Generator;

                [Discriminator, Linear(1)]
                public partial class Discriminator;
            }
            """
        );

        var shown = await notebook.Run("new SmallGan().Sample(5).Tensor.shape[0] + typeof(Hidden).Name");

        Assert.Contains("5Hidden", shown[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_GAN_is_shown_as_its_networks()
    {
        using var notebook = new Notebook();
        await notebook.Run(Small);

        var shown = await notebook.Run("var gan = new SmallGan();\ngan.Dispose();\ngan");

        Assert.StartsWith("<pre>", shown[0], StringComparison.Ordinal);
        Assert.Contains("LeakyReLU", shown[0], StringComparison.Ordinal);
        Assert.Contains("multiply-adds", shown[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_of_the_language_are_said_as_well()
    {
        using var notebook = new Notebook();
        Assert.Contains("CS", await notebook.Refusal("#!gan\npublic class {"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_that_is_declared_again_is_the_new_one()
    {
        using var notebook = new Notebook();
        await notebook.Run(Small);
        await notebook.Run("var first = new SmallGan();");
        await notebook.Run(
            Small
                .Replace("Point(2)", "Point(3)", StringComparison.Ordinal)
                .Replace("[Linear(2)]", "[Linear(3)]", StringComparison.Ordinal)
        );

        var shown = await notebook.Run(
            """new SmallGan().Sample(1).Tensor.shape[1].ToString() + " " + first.Sample(1).Tensor.shape[1]"""
        );

        Assert.Contains("3 2", shown[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_and_signals_are_shown_as_such()
    {
        using var notebook = new Notebook();
        notebook.LoadAgain();
        await notebook.Run(
            """
            #!gan
            [Gan(BatchSize = 4), Latent(3), Image(1, 4, 4)]
            public partial class TinyImages
            {
                [Generator]
                [Linear(16), Tanh, Reshape(1, 4, 4)]
                public partial class Generator;

                [Discriminator]
                [Flatten, Linear(1)]
                public partial class Discriminator;
            }

            [Gan(BatchSize = 4), Latent(3), Signal(1, 64)]
            public partial class TinySounds
            {
                [Generator]
                [Linear(64), Tanh, Reshape(1, 64)]
                public partial class Generator;

                [Discriminator]
                [Flatten, Linear(1)]
                public partial class Discriminator;
            }
            """
        );

        var images = await notebook.Run("new TinyImages().Sample(9)");
        var sounds = await notebook.Run("new TinySounds().Sample(2)");
        var latents = await notebook.Run("new TinySounds().DrawLatents(5)");

        // Three by three of four pixels, two apart.
        var png = Data(images[0], "image/png");
        Assert.Equal(20, png[19]);
        Assert.Equal(20, png[23]);
        Assert.Contains("signal 2", Drawing(sounds[0]), StringComparison.Ordinal);
        Assert.Equal("RIFF"u8.ToArray(), Data(sounds[0], "audio/wav")[..4]);
        Assert.Contains("[5, 3]", latents[0], StringComparison.Ordinal);
    }

    private static string Drawing(string html) => System.Text.Encoding.UTF8.GetString(Data(html, "image/svg+xml"));

    private static byte[] Data(string html, string type)
    {
        var begin = $"data:{type};base64,";
        var data = html[(html.IndexOf(begin, StringComparison.Ordinal) + begin.Length)..];
        return Convert.FromBase64String(data[..data.IndexOf('"', StringComparison.Ordinal)]);
    }
}
