using GanDsl.CommandLine;
using GanDsl.Examples.Tests.Infrastructure;
using Ring;
using TorchSharp;

namespace GanDsl.Examples.Tests;

/// <summary>Each kind of bad input: one sentence, exit code 1, and the files of an earlier run as they were.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public RefusalTests()
    {
        Directory.CreateDirectory(folder["out"]);
        foreach (
            var name in (string[])
                [
                    "measurements.csv",
                    "samples.npy",
                    "samples-1.png",
                    "points.svg",
                    "classes.png",
                    "generator.safetensors",
                ]
        )
        {
            File.WriteAllText(folder[$"out/{name}"], $"{name} of an earlier run");
        }
    }

    public static TheoryData<string> Examples => [.. ExampleRun.Examples.Keys];

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Examples))]
    public void Numbers_below_one(string example)
    {
        Refused(example, ["--steps", "0"], "--steps is 0, but it has to be at least 1");
        Refused(example, ["--batch-size", "-64"], "--batch-size is -64, but it has to be at least 1");
        Refused(example, ["--threads", "0"], "--threads is 0, but it has to be at least 1");
    }

    [Theory, MemberData(nameof(Examples))]
    public void Numbers_that_are_none(string example)
    {
        Refused(example, ["--steps", "many"], "'many'", "--steps");
        Refused(example, ["--seed", "1.5"], "'1.5'", "--seed");
        Refused(example, ["--generator-learning-rate", "1e999"], "--generator-learning-rate", "finite");
        Refused(example, ["--generator-learning-rate", "NaN"], "--generator-learning-rate", "above 0");
    }

    [Theory, MemberData(nameof(Examples))]
    public void Numbers_beyond_an_int(string example) =>
        Refused(example, ["--steps", "99999999999"], "--steps is 99999999999", "at most 2147483647");

    [Fact]
    public void Fresh_examples_without_end()
    {
        var program = new GanProgram<RingGan> { Sampler = _ => count => new Minibatch(torch.zeros(count, 2)) };

        ExampleRun
            .Of(() => RingGan.Run(["--out", folder["out"]], program))
            .AssertRefused("Training on a sampler has no end", "--steps");
    }

    [Theory, MemberData(nameof(Examples))]
    public void More_threads_than_processors(string example) =>
        Refused(example, ["--threads", "100000"], "--threads is 100000", $"at most {Environment.ProcessorCount}");

    [Theory, MemberData(nameof(Examples))]
    public void Unknown_options(string example)
    {
        Refused(example, ["--colour"], "'--colour'; --help lists what can be typed.");
        Refused(example, ["--stepz", "5"], "'--stepz'");
    }

    [Theory, MemberData(nameof(Examples))]
    public void Unknown_devices(string example) =>
        Refused(example, ["--device", "tpu"], "--device is 'tpu'", "'cpu' or 'cuda'");

    [Theory, MemberData(nameof(Examples))]
    public void Cuda_where_there_is_none(string example)
    {
        if (!torch.cuda.is_available())
        {
            Refused(example, ["--device", "cuda"], "no CUDA GPU");
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void A_file_in_place_of_the_output_folder(string example)
    {
        File.WriteAllText(folder["file"], "kept");
        Refused(example, ["--out", folder["file"]], "Cannot write to the folder", folder["file"], "--out");
        Refused(example, ["--out", folder["file/out"]], "Cannot write to the folder", "--out");
    }

    [Theory]
    [InlineData("Digits", "samples.npy")]
    [InlineData("Digits", "discriminator.safetensors")]
    [InlineData("Ring", "points.svg")]
    [InlineData("Wasserstein", "estimate.svg")]
    [InlineData("Waves", "tones.wav")]
    [InlineData("ConditionalDigits", "classes.png")]
    public void A_folder_in_place_of_a_file(string example, string name)
    {
        Directory.CreateDirectory(folder[$"other/{name}"]);
        Refused(example, ["--out", folder["other"]], $"'{name}'", "--out");
    }

    [Fact]
    public void Missing_data() =>
        Refused("Digits", ["--data", folder["missing"]], "no file or folder", folder["missing"]);

    [Fact]
    public void A_folder_without_images() =>
        Refused("Digits", ["--data", folder["out"]], "train-images-idx3-ubyte", folder["out"]);

    [Fact]
    public void Truncated_images() =>
        RefusedFile(IdxBytes.Images(100)[..5000], "cut off", "100 x 28 x 28 images", "has 4984");

    [Fact]
    public void A_truncated_header() => RefusedFile(IdxBytes.Images(100)[..9], "cut off", "header");

    [Fact]
    public void No_IDX_file() =>
        RefusedFile("These are no images, but words."u8.ToArray(), "not the start of an IDX file");

    [Fact]
    public void Images_of_another_shape() =>
        RefusedFile(IdxBytes.Images(100, 32, 32), "DigitGan takes examples [1, 28, 28]", "[1, 32, 32]");

    [Fact]
    public void No_images() => RefusedFile(IdxBytes.Images(0), "holds none");

    [Fact]
    public void Fewer_images_than_a_batch() =>
        RefusedFile(IdxBytes.Images(31), "draws 32 examples", "there are 31", "batch size");

    // The format could hold numbers that are not finite; bytes cannot, and only bytes are taken.
    [Fact]
    public void Numbers_that_are_not_finite() => RefusedFile(IdxBytes.NotFinite(100), "32-bit floating-point numbers");

    [Fact]
    public void A_limit_below_a_batch() => Refused("Digits", ["--limit", "10"], "draws 32 examples", "there are 10");

    [Fact]
    public void A_limit_above_the_images()
    {
        File.WriteAllBytes(folder["images"], IdxBytes.Images(100));
        Refused("Digits", ["--data", folder["images"], "--limit", "101"], "take 101 examples", "there are 100");
    }

    [Theory]
    [InlineData("--epochs", "0")]
    [InlineData("--limit", "-5")]
    public void Numbers_of_images_below_one(string option, string value) =>
        Refused("Digits", [option, value], $"{option} is {value}, but it has to be at least 1");

    [Fact]
    public void A_limit_that_takes_more_memory_than_there_is() =>
        Refused("Digits", ["--limit", "2147483647"], "2147483647");

    [Fact]
    public void Other_numbers_of_labels_than_of_images()
    {
        File.WriteAllBytes(folder["train-images-idx3-ubyte"], IdxBytes.Images(64, 28, 28));
        File.WriteAllBytes(folder["train-labels-idx1-ubyte"], [0, 0, 8, 1, 0, 0, 0, 63, .. new byte[63]]);
        Refused("ConditionalDigits", ["--data", folder[""]], "64 examples", "63 labels");
    }

    [Fact]
    public void Fewer_digits_than_classes() =>
        Refused("ConditionalDigits", ["--limit", "9"], "no picture of the digit 9");

    [Fact]
    public void An_unknown_loss() =>
        Refused("Ring", ["--loss", "hinge"], "'hinge'", "'non-saturating' or 'saturating'");

    [Fact]
    public void A_stop_that_could_never_come() =>
        Refused(
            "Wasserstein",
            ["--steps", "3", "--out", folder["critic"], "--stop-when-discriminator-cannot-tell"],
            "leaves the scale of D's scores open",
            "--stop-when-discriminator-cannot-tell"
        );

    [Fact]
    public void Epochs_of_a_sampler() => Refused("Ring", ["--epochs", "3"], "'--epochs'");

    [Fact]
    public void Samples_of_a_folder_without_weights() =>
        Refused("Digits", ["sample", "--from", folder["nothing"]], "generator.safetensors");

    [Fact]
    public void Samples_of_damaged_weights() =>
        Refused("Digits", ["sample", "--from", folder["out"]], "generator.safetensors");

    [Fact]
    public void Samples_with_labels_of_a_GAN_without()
    {
        ExampleRun.Succeed("Ring", "--steps", "1", "--out", folder["ring"]);
        Refused("Ring", ["sample", "--from", folder["ring"], "--labels", "1"], "no labels");
    }

    [Fact]
    public void A_walk_through_what_is_no_images() =>
        Refused("Ring", ["interpolate", "--from", folder["ring"]], "[2]", "no images", "'sample'");

    [Theory]
    [InlineData("--count", "1", "at least 2")]
    [InlineData("--between", "-1", "at least 0")]
    [InlineData("--frames-per-second", "0", "above 0")]
    public void A_walk_of_no_length(string option, string value, string words) =>
        Refused("Digits", ["interpolate", "--from", folder["nothing"], option, value], option, words);

    [Fact]
    public void A_truncation_of_uniform_latents()
    {
        ExampleRun.Succeed("Wasserstein", "--steps", "1", "--out", folder["run"]);
        Refused("Wasserstein", ["sample", "--from", folder["run"], "--truncation", "0.5"], "evenly", "--truncation");
    }

    [Fact]
    public void Samples_of_what_is_no_checkpoint()
    {
        Refused(
            "Digits",
            ["sample", "--from", folder["nothing"], "--checkpoint", "step-3"],
            "no checkpoint step-3, nor any"
        );
        ExampleRun.Succeed("Ring", "--steps", "2", "--checkpoint-every", "1", "--out", folder["run"]);
        Refused(
            "Ring",
            ["sample", "--from", folder["run"], "--checkpoint", "step-3"],
            $"'{folder["run"]}' has no checkpoint step-3; it has step-2, step-1."
        );
        Refused("Digits", ["sample", "--from", folder["nothing"], "--checkpoint", "best"], "has a score");
        Refused("Digits", ["sample", "--from", folder["nothing"], "--truncation", "-1"], "--truncation is -1");
    }

    private void RefusedFile(byte[] content, params string[] words)
    {
        File.WriteAllBytes(folder["images"], content);
        Refused("Digits", ["--data", folder["images"]], words);
    }

    private void Refused(string example, string[] args, params string[] words)
    {
        var before = folder.Contents();
        string[] output = args.Contains("--out") ? [] : ["--out", folder["out"]];

        ExampleRun.Of(example, [.. args, .. output]).AssertRefused(words);

        Assert.Equal(before, folder.Contents());
    }
}
