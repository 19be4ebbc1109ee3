using GanDsl.CommandLine;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

/// <summary>The commands of a run whose classes have names take them, and notice others.</summary>
public sealed class ClassNamesOfRunTests : IDisposable
{
    private static readonly string[] Names = ["rose", "0", "ash, \"grey\""];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("rose", "0")]
    [InlineData("rose, 1 ,rose,2", "0,1,0,2")]
    [InlineData("0,2", "1,2")]
    public void Classes_are_sampled_by_name_or_number(string typed, string numbers)
    {
        // Two runs with the same weights.
        Run(Names, "--steps", "2", "--out", folder["named"]);
        Run(null, "--steps", "2", "--out", folder["numbered"]);

        byte[] Sampled(string run, string labels)
        {
            Run(Names, "sample", "--from", folder[run], "--count", "5", "--labels", labels);
            return File.ReadAllBytes(folder[$"{run}/samples.npy"]);
        }

        Assert.Equal(Sampled("numbered", numbers), Sampled("named", typed));
        Assert.NotEqual(Sampled("numbered", "1"), Sampled("numbered", "2"));
    }

    [Fact]
    public void What_is_no_class_is_refused_with_their_names()
    {
        var trained = Run(Names, "--steps", "1", "--out", folder["run"]);

        Assert.Contains("samples/classes.json", trained.Output);
        Refused(Names, ["sample", "--from", folder["run"], "--labels", "tulip"], "'tulip'", "0 to 2", "rose, 0, ash");
    }

    [Theory]
    [InlineData("2", true)]
    [InlineData("0,1,2", true)]
    [InlineData("3", false)]
    [InlineData("0,3", false)]
    [InlineData("-1", false)]
    [InlineData("0,", false)]
    public void Classes_end_below_their_number(string typed, bool expected)
    {
        Run(null, "--steps", "1", "--out", folder["run"]);
        string[] sample = ["sample", "--from", folder["run"], $"--labels={typed}"];

        if (expected)
        {
            Run(null, sample);
        }
        else
        {
            Refused(null, sample, $"'{typed}'", "from 0 to 2");
        }
    }

    [Fact]
    public void A_walk_takes_names()
    {
        string[] digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        byte[] Walk(string labels)
        {
            Digits("interpolate", "--from", folder["run"], "--count", "2", "--labels", labels);
            return File.ReadAllBytes(folder["run/walk.png"]);
        }

        Digits("--steps", "1", "--out", folder["run"]);
        Assert.Equal(Walk("3,1"), Walk("three,one"));

        ExampleRun Digits(params string[] args)
        {
            var program = new GanProgram<ConditionalDigits.ConditionalDigitGan>
            {
                Data = _ =>
                {
                    var data = ToyData.SyntheticDigits.Labeled(64);
                    return new LabeledDataset(data.Examples, data.Labels, digits);
                },
            };
            return ExampleRun.Succeed(() => ConditionalDigits.ConditionalDigitGan.Run(args, program));
        }
    }

    [Fact]
    public void A_run_goes_on_with_the_classes_that_it_began_with()
    {
        Run(Names, "--steps", "2", "--out", folder["run"]);
        string[] others = ["rose", "ash", "0"];
        var before = folder.Contents();

        Refused(
            others,
            ["resume", folder["run"], "--steps", "4"],
            "class 1 was '0', and of 12 flowers it is 'ash'",
            "classes.json"
        );
        Refused(others, ["evaluate", "--from", folder["run"]], "class 1 was '0'", "classes.json");
        Run([.. Names, "of no class of the GAN"], "evaluate", "--from", folder["run"]);
        Assert.Equal(before, folder.Contents());

        Run(Names, "evaluate", "--from", folder["run"]);
        Run(Names, "resume", folder["run"], "--steps", "3");
        Run(null, "resume", folder["run"], "--steps", "4");
        Run(Names, "sample", "--from", folder["run"], "--labels", "rose");
    }

    [Fact]
    public void Another_run_in_its_place_does_not_keep_them()
    {
        Run(Names, "--steps", "1", "--out", folder["run"]);

        Run(null, "--steps", "1", "--out", folder["run"], "--overwrite");

        Refused(null, ["sample", "--from", folder["run"], "--labels", "rose"], "'rose'", "0 to 2");
    }

    [Theory]
    [InlineData("{\"rose\": 0}")]
    [InlineData("[\"rose\", 1]")]
    [InlineData("[\"rose\"")]
    [InlineData("")]
    public void Damaged_names_are_refused(string text)
    {
        Run(Names, "--steps", "1", "--out", folder["run"]);
        File.WriteAllText(folder["run/samples/classes.json"], text);

        Refused(Names, ["sample", "--from", folder["run"], "--labels", "rose"], "classes.json", "array of texts");
        Run(Names, "sample", "--from", folder["run"]);
    }

    [Fact]
    public void An_export_names_them()
    {
        Run(Names, "--steps", "1", "--out", folder["run"]);

        Run(Names, "export", "--from", folder["run"]);

        var card = File.ReadAllText(folder["run/generator.md"]);
        Assert.Contains("| the class of each example, from 0 to 2, with the names of `class_names` below |", card);
        Assert.Contains("""| class_names | ["rose", "0", "ash, \\"grey\\""] |""", card);
    }

    private static ExampleRun Run(string[]? names, params string[] args) =>
        ExampleRun.Succeed(() => FlowerGan.Run(args, Program(names)));

    private static void Refused(string[]? names, string[] args, params string[] words) =>
        ExampleRun.Of(() => FlowerGan.Run(args, Program(names))).AssertRefused(words);

    private static GanProgram<FlowerGan> Program(string[]? names) => new() { Data = _ => FlowerData.Create(names) };
}
