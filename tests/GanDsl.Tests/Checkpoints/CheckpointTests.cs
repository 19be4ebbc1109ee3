using System.Security.Cryptography;
using System.Text.Json;
using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Checkpoints;

/// <summary>Checkpoints that cannot be gone on from are refused by a sentence, and nothing changes.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Another_architecture_is_refused_by_its_difference()
    {
        using var saved = new WideGan();
        using var gan = new NarrowGan();
        saved.SaveCheckpoint(folder["wide"]);
        var before = Weights.Snapshot(gan.G);

        var refusal = Assert.Throws<GanException>(() => gan.LoadCheckpoint(folder["wide"]));

        Assert.Contains(
            "Linear 1 of the generator has 6 values here, 8 in the file",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, Weights.Snapshot(gan.G));
    }

    /// <summary>The layers are the same, but not all that training goes on from.</summary>
    [Fact]
    public void A_checkpoint_with_an_augmentation_is_refused_without_and_the_other_way_round()
    {
        using var augmented = new SimultaneousAdaptiveGan();
        using var plain = new UnaugmentedGan();
        augmented.SaveCheckpoint(folder["augmented"]);
        plain.SaveCheckpoint(folder["plain"]);
        var before = Weights.Snapshot(plain.G);

        var refusal = Assert.Throws<GanException>(() => plain.LoadCheckpoint(folder["augmented"]));
        Assert.Contains(
            "does not fit UnaugmentedGan: it was saved with [Ada], which is not declared here;",
            refusal.Message
        );
        Assert.Equal(before, Weights.Snapshot(plain.G));

        refusal = Assert.Throws<GanException>(() => augmented.LoadCheckpoint(folder["plain"]));
        Assert.Contains("does not fit SimultaneousAdaptiveGan: it was saved without [Ada]", refusal.Message);
    }

    [Theory]
    [InlineData("a: f(1) -> [N, 8, 4, 4]", "a: f(2) -> [N, 16, 4, 4]", "a has 8 channels here, 16 in the file")]
    [InlineData("a: f(1) -> [N, 8]", "a: f(2) -> [N, 8]", "a is f(1) -> [N, 8] here, f(2) -> [N, 8] in the file")]
    [InlineData("a: f(1) -> [N, 8]", "b: f(1) -> [N, 8]", "the file has b where a is declared")]
    [InlineData("x|a: f(1) -> [N, 8]", "x", "a is not in the file")]
    [InlineData("x", "x|a: f(1) -> [N, 8]", "the file has a besides")]
    [InlineData("x|y", "x|y", null)]
    public void Differences_of_architectures(string here, string saved, string? difference) =>
        Assert.Equal(difference, ArchitectureDifference.Between(here.Split('|'), saved.Split('|')));

    [Theory]
    [InlineData("thesis")]
    [InlineData("thesis/")]
    [InlineData("thesis/..")]
    public void A_folder_with_other_files_is_not_replaced(string path)
    {
        using var gan = new DropoutGan();
        Directory.CreateDirectory(folder["thesis"]);
        File.WriteAllText(folder["thesis/chapter"], "In the beginning");

        var refusal = Assert.Throws<GanException>(() => gan.SaveCheckpoint(folder[path]));

        Assert.Contains("which would be lost", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("In the beginning", File.ReadAllText(folder["thesis/chapter"]));
        Assert.Single(Directory.GetFileSystemEntries(folder["thesis"]));
        Assert.Single(Directory.GetFileSystemEntries(folder["."]));
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_of_a_checkpoint_is_not_replaced()
    {
        using var gan = new DropoutGan();
        Directory.CreateDirectory(folder["a/tensors.safetensors/mine"]);

        Assert.Throws<GanException>(() => gan.SaveCheckpoint(folder["a"]));

        Assert.True(Directory.Exists(folder["a/tensors.safetensors/mine"]));
    }

    [Fact]
    public void A_checkpoint_with_a_file_of_somebody_is_not_replaced()
    {
        using var gan = new DropoutGan();
        gan.SaveCheckpoint(folder["a"]);
        File.WriteAllText(folder["a/notes"], "The best one");

        Assert.Contains("'notes'", Assert.Throws<GanException>(() => gan.SaveCheckpoint(folder["a"])).Message);

        Assert.Equal("The best one", File.ReadAllText(folder["a/notes"]));
        gan.LoadCheckpoint(folder["a"]);
    }

    [LinuxFact]
    public void What_a_link_names_is_replaced_and_the_link_stays()
    {
        using var gan = new DropoutGan();
        gan.SaveCheckpoint(folder["step-1"]);
        Directory.CreateSymbolicLink(folder["latest"], folder["step-1"]);
        gan.Step(new(randn(4, 2)));

        gan.SaveCheckpoint(folder["latest"]);

        Assert.NotNull(new DirectoryInfo(folder["latest"]).LinkTarget);
        using var loaded = new DropoutGan();
        loaded.LoadCheckpoint(folder["step-1"]);
        Assert.Equal(1, loaded.StepCount);
    }

    [Fact]
    public void Weights_that_are_not_finite_are_not_saved_over_good_ones()
    {
        using var gan = new DropoutGan();
        gan.SaveCheckpoint(folder["a"]);
        var good = File.ReadAllBytes(folder["a/tensors.safetensors"]);
        using (no_grad())
        {
            gan.D.parameters().First().fill_(float.NaN);
        }

        var refusal = Assert.Throws<GanException>(() => gan.SaveCheckpoint(folder["a"]));

        Assert.Contains("discriminator.maxout1", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(good, File.ReadAllBytes(folder["a/tensors.safetensors"]));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder["a"]).Length);
        Assert.Single(Directory.GetFileSystemEntries(folder["."]));
    }

    [Fact]
    public void Damage_of_any_byte_is_found_and_changes_nothing()
    {
        using var gan = Trained();
        using var other = new DropoutGan(new() { Seed = 9 });
        gan.SaveCheckpoint(folder["good"]);
        var before = Snapshot(other);
        var random = new Random(5);
        foreach (var name in new[] { "tensors.safetensors", "training.json" })
        {
            var bytes = File.ReadAllBytes(folder["good/" + name]);
            for (var mutant = 0; mutant < 300; mutant++)
            {
                Mutate(name, bytes, random);
                try
                {
                    other.LoadCheckpoint(folder["bad"]);
                    // As where a space is gone.
                    Assert.Equal("training.json", name);
                    Assert.Equal(Snapshot(gan), Snapshot(other));
                    before = Snapshot(other);
                }
                catch (GanException refusal)
                {
                    Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
                    Assert.Equal(before, Snapshot(other));
                }
            }
        }
    }

    [Theory]
    [InlineData("\"format_version\": 1", "\"format_version\": 2", "format 2")]
    [InlineData("\"step_of_training\": 3", "\"step_of_training\": -3", "impossible")]
    [InlineData("\"training latents\": ", "\"training latents\": -", "training latents")]
    [InlineData("\"gan\": ", "\"gan\": 5, \"gan\": ", "line")]
    [InlineData("\"draws\": {", "\"draws\": {\"a\": [[[[[[[[[[1]]]]]]]]]], ", "line")]
    [InlineData("\"step\": 3", "\"step\": 9223372036854775807", "impossible")]
    [InlineData("\"epoch\": 0", "\"epoch\": 2147483647", "impossible")]
    [InlineData("\"epoch_of_training\": 0", "\"epoch_of_training\": 1", "impossible")]
    [InlineData("\"training latents\": ", "\"training latents\": 922337203685477580", "training latents")]
    [InlineData("\"score\": null", "\"score\": 1e999", "score")]
    [InlineData("\"architecture\": [", "\"architecture\": [null, ", "layer")]
    public void Values_that_cannot_be_are_refused(string found, string replacement, string reason)
    {
        using var gan = Trained();
        gan.SaveCheckpoint(folder["a"]);
        var json = File.ReadAllText(folder["a/training.json"]);
        Assert.Contains(found, json, StringComparison.Ordinal);
        WriteWithHash(json.Replace(found, replacement, StringComparison.Ordinal));

        var refusal = Assert.Throws<GanException>(() => gan.LoadCheckpoint(folder["a"]));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Tensors_that_are_not_finite_are_refused_though_their_hashes_are_right(float value)
    {
        using var gan = Trained();
        using var other = new DropoutGan(new() { Seed = 9 });
        gan.SaveCheckpoint(folder["a"]);
        Change("discriminator.linear1.bias", bias => full_like(bias, value));

        AssertRefused(other, "discriminator.linear1.bias has values that are not finite");
    }

    [Theory]
    [InlineData("generator_optimizer.")]
    [InlineData("discriminator_optimizer.")]
    [InlineData("augmentation.")]
    public void A_state_that_does_not_fit_is_refused_before_anything_is_set(string part)
    {
        using var gan = new SimultaneousAdaptiveGan();
        using var other = new SimultaneousAdaptiveGan(new() { Seed = 9 });
        gan.SaveCheckpoint(folder["a"]);
        Change(part, state => zeros([5], state.dtype));

        AssertRefused(other, "does not fit SimultaneousAdaptiveGan");
    }

    [Theory]
    [InlineData("\"step\": 3", "\"step\": 4")]
    [InlineData("\"score\": 0.5", "\"score\": 0.25")]
    [InlineData("\"training latents\": ", "\"training latents\": 1")]
    public void A_number_that_became_another_one_is_found(string found, string replacement)
    {
        using var gan = Trained();
        ((IGan)gan).SaveCheckpoint(folder["a"], score: 0.5);
        var json = File.ReadAllText(folder["a/training.json"]);
        Assert.Contains(found, json, StringComparison.Ordinal);
        File.WriteAllText(folder["a/training.json"], json.Replace(found, replacement, StringComparison.Ordinal));

        var refusal = Assert.Throws<GanException>(() => gan.LoadCheckpoint(folder["a"]));

        Assert.Contains("training.json is not as it was written", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_that_is_not_there_is_refused()
    {
        using var gan = new DropoutGan();
        Assert.Contains(
            folder["b"],
            Assert.Throws<GanException>(() => gan.LoadCheckpoint(folder["b"])).Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>Writes the JSON with the hash that it has to have, where it can be read.</summary>
    private void WriteWithHash(string json)
    {
        try
        {
            var record = JsonSerializer.Deserialize(json, CheckpointJson.Default.CheckpointRecord)!;
            json = json.Replace(record.RecordHash, record.HashOfAll(), StringComparison.Ordinal);
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            // It is refused for another reason.
        }

        File.WriteAllText(folder["a/training.json"], json);
    }

    /// <summary>Changes the first tensor whose name begins so, and the hashes with it.</summary>
    private void Change(string name, Func<Tensor, Tensor> change)
    {
        using var scope = NewDisposeScope();
        var path = folder["a/tensors.safetensors"];
        Dictionary<string, Tensor> tensors;
        using (var saved = SafeTensors.Read(path))
        {
            tensors = saved.Tensors.ToDictionary(each => each.Key, each => each.Value.clone());
        }

        var changed = tensors
            .Keys.Order(StringComparer.Ordinal)
            .First(each => each.StartsWith(name, StringComparison.Ordinal));
        tensors[changed] = change(tensors[changed]);
        SafeTensors.Write(path, tensors);
        var json = File.ReadAllText(folder["a/training.json"]);
        var record = JsonSerializer.Deserialize(json, CheckpointJson.Default.CheckpointRecord)!;
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        WriteWithHash(json.Replace(record.TensorsHash, hash, StringComparison.Ordinal));
    }

    private void AssertRefused(IGan gan, string reason)
    {
        var before = Snapshot(gan);

        var refusal = Assert.Throws<GanException>(() => gan.LoadCheckpoint(folder["a"]));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot(gan));
    }

    private static IEnumerable<double> Snapshot(IGan gan) =>
        [.. Weights.Parameters(gan.Generator), .. Weights.Parameters(gan.Discriminator)];

    private void Mutate(string name, byte[] bytes, Random random)
    {
        Directory.CreateDirectory(folder["bad"]);
        foreach (var file in new[] { "tensors.safetensors", "training.json" })
        {
            File.Copy(folder["good/" + file], folder["bad/" + file], overwrite: true);
        }

        var mutant = bytes.ToArray();
        switch (random.Next(3))
        {
            case 0:
                mutant[random.Next(mutant.Length)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                mutant = mutant[..random.Next(mutant.Length)];
                break;
            default:
                mutant = [.. mutant, .. mutant[..random.Next(1, 50)]];
                break;
        }

        File.WriteAllBytes(folder["bad/" + name], mutant);
    }

    private static DropoutGan Trained()
    {
        var gan = new DropoutGan(new() { BatchSize = 4 });
        gan.Train(rows => randn(rows, 2), steps: 3).Count();
        return gan;
    }
}
