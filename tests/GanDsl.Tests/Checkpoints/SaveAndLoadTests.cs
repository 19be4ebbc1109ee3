using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Checkpoints;

/// <summary>The weights of a GAN: whole or not at all.</summary>
public sealed class SaveAndLoadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Loaded_weights_are_the_saved_ones_with_all_statistics()
    {
        using var saved = Trained(seed: 1);
        using var loaded = new ConvolutionGan(new() { Seed = 2 });

        saved.Save(folder["a.safetensors"]);
        loaded.Load(folder["a.safetensors"]);

        Assert.Equal(Weights.Snapshot(saved.G), Weights.Snapshot(loaded.G));
        Assert.Equal(Weights.Snapshot(saved.D), Weights.Snapshot(loaded.D));
        using var latents = saved.DrawLatents(3);
        using ConvolutionGan.Images expected = saved.Sample(latents),
            found = loaded.Sample(latents);
        Assert.Equal(Values.Of(expected.Tensor), Values.Of(found.Tensor));
    }

    [Fact]
    public void The_names_are_those_of_PyTorch_under_the_network()
    {
        using var gan = new DropoutGan();
        gan.Save(folder["a"]);

        using var file = SafeTensors.Read(folder["a"]);

        Assert.Equal("DropoutGan", file.Metadata["gan"]);
        Assert.Equal(
            gan.G.state_dict()
                .Keys.Select(name => "generator." + name)
                .Concat(gan.D.state_dict().Keys.Select(name => "discriminator." + name))
                .Order(),
            file.Tensors.Keys.Order()
        );
        Assert.Contains("generator.linear1.weight", file.Tensors.Keys);
    }

    [Fact]
    public void Weights_that_are_not_finite_take_the_place_of_no_others()
    {
        using var gan = Trained(seed: 1);
        gan.Save(folder["whole"]);
        NetworkWeights.Save(folder["network"], gan.D);
        gan.D.SavePyTorch(folder["network.pt"]);
        string[] files = [folder["whole"], folder["network"], folder["network.pt"]];
        var before = files.Select(File.ReadAllBytes).ToList();
        using (no_grad())
        {
            gan.D.parameters().First().reshape(-1)[0].fill_(float.NaN);
        }

        Assert.Equal(
            "No weights of ConvolutionGan are saved: discriminator.conv1.weight has values that are not finite, and nothing could be computed with "
                + "them; go back to an earlier checkpoint and train with a smaller learning rate.",
            Assert.Throws<GanException>(() => gan.Save(folder["whole"])).Message
        );
        Assert.StartsWith(
            "No weights of the network Discriminator are saved: conv1.weight",
            Assert.Throws<GanException>(() => NetworkWeights.Save(folder["network"], gan.D)).Message
        );
        Assert.Throws<GanException>(() => gan.D.SavePyTorch(folder["network.pt"]));
        Assert.Equal(before, files.Select(File.ReadAllBytes));
    }

    [Fact]
    public void A_file_that_is_refused_changes_nothing()
    {
        using var gan = Trained(seed: 1);
        using var other = new DropoutGan();
        gan.Save(folder["whole"]);
        other.Save(folder["other"]);
        folder.Add("cut off", File.ReadAllBytes(folder["whole"])[..^5]);
        using (var file = SafeTensors.Read(folder["whole"]))
        {
            var tensors = file.Tensors.ToDictionary();
            SafeTensors.Write(folder["one too many"], new Dictionary<string, Tensor>(tensors) { ["more"] = zeros(1) });
            SafeTensors.Write(
                folder["transposed"],
                tensors.ToDictionary(each => each.Key, each => each.Value.dim() == 2 ? each.Value.t() : each.Value)
            );
            SafeTensors.Write(folder["double"], tensors.ToDictionary(each => each.Key, each => each.Value.to(float64)));
        }

        var (generator, discriminator) = (Weights.Snapshot(gan.G), Weights.Snapshot(gan.D));
        foreach (var name in (string[])["other", "cut off", "one too many", "transposed", "double", "missing"])
        {
            Assert.Throws<GanException>(() => gan.Load(folder[name]));
            Assert.Equal(generator, Weights.Snapshot(gan.G));
            Assert.Equal(discriminator, Weights.Snapshot(gan.D));
        }

        Assert.StartsWith(
            $"'{folder["transposed"]}' does not hold the weights of ConvolutionGan: generator.linear1.weight is Float32 [5, 32], but has "
                + "to be Float32 [32, 5];",
            Assert.Throws<GanException>(() => gan.Load(folder["transposed"])).Message
        );
    }

    [Fact]
    public void Saving_what_is_disposed_leaves_the_file_as_it_was()
    {
        var gan = new DropoutGan();
        gan.Save(folder["a"]);
        var before = File.ReadAllBytes(folder["a"]);
        gan.Dispose();

        Assert.Throws<ObjectDisposedException>(() => gan.Save(folder["a"]));
        Assert.Throws<ObjectDisposedException>(() => gan.Load(folder["a"]));
        Assert.Throws<ObjectDisposedException>(() => gan.G.save(folder["a"]));

        Assert.Equal(before, File.ReadAllBytes(folder["a"]));
    }

    [Fact]
    public void A_process_that_is_killed_while_it_saves_leaves_a_whole_file()
    {
        var path = folder["a"];
        using (var gan = new DropoutGan())
        {
            gan.Save(path);
        }

        for (var round = 0; round < 3; round++)
        {
            ChildProcess.RunAndKill(SaveForEver, path, TimeSpan.FromMilliseconds(300 + (100 * round)));
            using var loaded = new DropoutGan();
            loaded.Load(path);
        }
    }

    private static void SaveForEver(string path)
    {
        using var gan = new DropoutGan();
        Console.WriteLine("ready");
        while (true)
        {
            gan.Save(path);
        }
    }

    private static ConvolutionGan Trained(int seed)
    {
        var gan = new ConvolutionGan(new() { Seed = seed });
        foreach (var step in gan.Train(rows => rand(rows, 1, 8, 8), steps: 2)) { }

        return gan;
    }
}
