using System.IO.Compression;
using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.PyTorch;

/// <summary>Files of torch.save and for torch.load.</summary>
public sealed class PyTorchFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    [PyTorchFact]
    public void Python_loads_what_is_saved_and_saves_what_is_loaded()
    {
        using var gan = new ConvolutionGan();
        foreach (var step in gan.Train(rows => rand(rows, 1, 8, 8), steps: 2)) { }

        gan.G.SavePyTorch(folder["ours/generator.pt"]);
        Python.Run(PythonFiles.PathOf("pytorch_files.py"), folder.FullName);

        foreach (var way in new[] { "plain", "weights_only" })
        {
            using var read = SafeTensors.Read(folder[$"ours/generator.{way}.safetensors"]);
            AssertSame(gan.G.state_dict(), read.Tensors);
        }

        using var network = new Two();
        network.LoadPyTorch(folder["weights.pt"]);
        using var weights = SafeTensors.Read(folder["weights.safetensors"]);
        AssertSame(network.state_dict(), weights.Tensors);
    }

    [PyTorchFact]
    public void Names_of_a_tutorial_are_those_of_its_layers_here()
    {
        Python.Run(PythonFiles.PathOf("save_dcgan.py"), folder.FullName);
        using var gan = new TutorialGan();
        using var other = new TutorialGan();

        gan.G.LoadPyTorch(folder["generator.pt"], WeightNamesTests.OfTutorial);
        NetworkWeights.Load(folder["generator.safetensors"], other.G, WeightNamesTests.OfTutorial);

        Assert.Equal(Weights.Snapshot(other.G), Weights.Snapshot(gan.G));
    }

    [PyTorchFact]
    public void What_is_no_state_dictionary_of_these_layers_is_refused_in_a_sentence()
    {
        Directory.CreateDirectory(folder["ours"]);
        Python.Run(PythonFiles.PathOf("pytorch_files.py"), folder.FullName);
        var files = Directory.GetFiles(folder.FullName, "*.refused");
        Assert.Equal(17, files.Length);
        using var network = new Two();
        var before = Weights.Snapshot(network);

        foreach (var file in files)
        {
            var refusal = Assert.Throws<GanException>(() => network.LoadPyTorch(file));
            Assert.Contains($"'{file}'", refusal.Message);
            Assert.EndsWith(".", refusal.Message);
            Assert.DoesNotContain('\n', refusal.Message);
        }

        Assert.Equal(before, Weights.Snapshot(network));
    }

    [Fact]
    public void What_is_saved_is_loaded()
    {
        using Two saved = new(),
            loaded = new();

        saved.SavePyTorch(folder["a.pt"]);
        loaded.LoadPyTorch(folder["a.pt"]);

        Assert.Equal(Weights.Snapshot(saved), Weights.Snapshot(loaded));
    }

    [Fact]
    public void Every_damaged_byte_is_noticed_or_means_nothing()
    {
        using Two saved = new(),
            loaded = new();
        saved.SavePyTorch(folder["a.pt"]);
        var bytes = File.ReadAllBytes(folder["a.pt"]);
        var random = new Random(3);
        for (var round = 0; round < 300; round++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            folder.Add("damaged.pt", round % 5 == 0 ? damaged[..random.Next(bytes.Length)] : damaged);
            try
            {
                loaded.LoadPyTorch(folder["damaged.pt"]);
                Assert.Equal(Weights.Snapshot(saved), Weights.Snapshot(loaded));
            }
            catch (GanException refusal)
            {
                Assert.Contains("damaged.pt", refusal.Message);
            }
        }
    }

    /// <summary>Written by somebody who knows about checksums.</summary>
    [Fact]
    public void Whatever_the_pickle_says_it_is_loaded_or_refused()
    {
        using Two saved = new(),
            loaded = new();
        saved.SavePyTorch(folder["a.pt"]);
        var random = new Random(4);
        for (var round = 0; round < 300; round++)
        {
            File.Copy(folder["a.pt"], folder["forged.pt"], overwrite: true);
            Forge(folder["forged.pt"], random);
            try
            {
                loaded.LoadPyTorch(folder["forged.pt"]);
            }
            catch (GanException refusal)
            {
                Assert.Contains("forged.pt", refusal.Message);
            }
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-24)]
    public void Values_that_are_too_few_are_refused(int change)
    {
        using var network = new Two();
        network.SavePyTorch(folder["a.pt"]);
        using (var archive = ZipFile.Open(folder["a.pt"], ZipArchiveMode.Update))
        {
            using var values = archive.Entries.First(entry => entry.FullName.Contains("/data/")).Open();
            values.SetLength(values.Length + change);
        }

        var before = Weights.Snapshot(network);

        Assert.Throws<GanException>(() => network.LoadPyTorch(folder["a.pt"]));

        Assert.Equal(before, Weights.Snapshot(network));
    }

    [Fact]
    public void A_file_that_cannot_be_read_or_written_is_named()
    {
        using var network = new Two();
        folder.Add("text", "no archive"u8.ToArray());

        Assert.Equal(
            $"Cannot read '{folder["text"]}': it is no file that torch.save has written; save it anew with torch.save(model.state_dict(), path).",
            Assert.Throws<GanException>(() => network.LoadPyTorch(folder["text"])).Message
        );
        Assert.StartsWith(
            $"Cannot read '{folder["missing"]}': ",
            Assert.Throws<GanException>(() => network.LoadPyTorch(folder["missing"])).Message
        );
        Assert.StartsWith(
            $"Cannot write '{folder.FullName}': ",
            Assert.Throws<GanException>(() => network.SavePyTorch(folder.FullName)).Message
        );
    }

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    /// <summary>Changes a byte or two of the pickle and writes its checksum anew.</summary>
    private static void Forge(string path, Random random)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = archive.Entries.Single(entry => entry.Name == "data.pkl");
        using var content = new MemoryStream();
        using (var stream = entry.Open())
        {
            stream.CopyTo(content);
        }

        var bytes = content.ToArray();
        for (var change = 0; change <= random.Next(2); change++)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        using var written = entry.Open();
        written.Write(bytes);
    }

    private static void AssertSame(IDictionary<string, Tensor> expected, IReadOnlyDictionary<string, Tensor> found)
    {
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        foreach (var (name, values) in expected)
        {
            Assert.Equal(values.dtype, found[name].dtype);
            Assert.Equal(values.shape, found[name].shape);
            Assert.Equal(Values.Of(values), Values.Of(found[name]));
        }
    }

    private sealed class Two : nn.Module
    {
        private readonly TorchSharp.Modules.Linear linear1 = nn.Linear(2, 6);
        private readonly TorchSharp.Modules.Linear linear2 = nn.Linear(6, 1);

        public Two()
            : base(nameof(Two)) => RegisterComponents();
    }
}
