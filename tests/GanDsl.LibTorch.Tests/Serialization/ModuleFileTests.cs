using GanDsl.LibTorch.Tests.Modules;
using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Serialization;

public sealed class ModuleFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("module-files").FullName;

    private string FilePath => Path.Combine(_folder, "model.dat");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Writes_the_bytes_that_TorchSharp_writes()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(nn.Parameter(ones(1, 2)), nn.Parameter(zeros(1)));
        using var file = new MemoryStream();
        model.save(file);

        byte[] expected =
        [
            2, // entries
            6,
            .. "weight"u8,
            6, // 32-bit floating point
            2, // dimensions
            1,
            2,
            .. BitConverter.GetBytes(1f),
            .. BitConverter.GetBytes(1f),
            4,
            .. "bias"u8,
            6,
            1,
            1,
            .. BitConverter.GetBytes(0f),
        ];
        Assert.Equal(expected, file.ToArray());
    }

    [Fact]
    public void Reads_back_what_it_wrote()
    {
        using var scope = NewDisposeScope();
        using var saved = new SampleModel();
        saved.call(ones(4, 3));
        using var loaded = new SampleModel();

        Assert.Same(saved, saved.save(FilePath));
        Assert.Same(loaded, loaded.load(FilePath));

        Assert.All(saved.state_dict(), entry => Assert.True(loaded.state_dict()[entry.Key].Equals(entry.Value)));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Leaves_out_what_it_is_told_to_and_reads_the_rest_when_not_strict()
    {
        using var scope = NewDisposeScope();
        using var saved = Filled(nn.Linear(2, 2));
        using var loaded = nn.Linear(2, 2).to(ScalarType.Float64);
        var bias = loaded.bias!.detach().clone();
        saved.save(FilePath, skip: ["bias"]);
        var found = new Dictionary<string, bool>();

        Assert.Throws<ArgumentException>(() => loaded.load(FilePath));
        loaded.load(FilePath, strict: false, loadedParameters: found);

        Assert.True(loaded.weight.Equals(saved.weight));
        Assert.True(loaded.bias!.Equals(bias));
        Assert.Equal(new Dictionary<string, bool> { ["weight"] = true }, found);
    }

    [Fact]
    public void Leaves_skipped_names_alone()
    {
        using var scope = NewDisposeScope();
        using var saved = Filled(nn.Linear(2, 2));
        using var loaded = nn.Linear(2, 2).to(ScalarType.Float64);
        var weight = loaded.weight.detach().clone();
        saved.save(FilePath);

        loaded.load(FilePath, skip: ["weight"]);

        Assert.True(loaded.weight.Equals(weight));
        Assert.True(loaded.bias!.Equals(saved.bias!));
    }

    [BeyondFact("what was read before the failure stays.")]
    public void Refuses_the_file_of_another_model_and_changes_nothing()
    {
        using var scope = NewDisposeScope();
        nn.Linear(2, 2).save(FilePath);
        foreach (
            var other in new nn.Module[]
            {
                nn.Linear(3, 2),
                nn.Linear(2, 2).@double(),
                nn.BatchNorm1d(2),
                nn.Embedding(2, 2),
            }
        )
        {
            var before = other.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
            Assert.Throws<ArgumentException>(() => other.load(FilePath));
            Assert.All(before, entry => Assert.True(other.state_dict()[entry.Key].Equals(entry.Value)));
        }
    }

    [BeyondFact("what was read before the failure stays.")]
    public void A_file_that_breaks_off_anywhere_changes_nothing()
    {
        using var scope = NewDisposeScope();
        nn.Linear(2, 2).save(FilePath);
        var whole = File.ReadAllBytes(FilePath);
        using var model = nn.Linear(2, 2);
        var (weight, bias) = (Floats(model.weight), Floats(model.bias!));

        for (var length = 0; length < whole.Length; length++)
        {
            using var part = new MemoryStream(whole, 0, length);
            Assert.Throws<EndOfStreamException>(() => model.load(part));
            Assert.Equal(weight, Floats(model.weight));
            Assert.Equal(bias, Floats(model.bias!));
        }
    }

    [BeyondFact("the former file is emptied before the first byte is written.")]
    public void A_save_that_fails_keeps_the_former_file()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(2, 2);
        model.save(FilePath);
        var before = File.ReadAllBytes(FilePath);
        model.weight.Dispose();

        Assert.ThrowsAny<Exception>(() =>
            nn.Module.save_state_dict(
                new BinaryWriter(Stream.Null),
                new Dictionary<string, Tensor> { ["weight"] = model.weight }
            )
        );
        Assert.ThrowsAny<Exception>(() => new Broken(model.weight).save(FilePath));

        Assert.Equal(before, File.ReadAllBytes(FilePath));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Tells_which_file_is_missing()
    {
        using var model = nn.Linear(2, 2);
        var error = Assert.Throws<FileNotFoundException>(() => model.load(FilePath));
        Assert.Equal(FilePath, error.FileName);
    }

    /// <summary>A module whose state cannot be written.</summary>
    private sealed class Broken(Tensor disposed) : nn.Module<Tensor, Tensor>(nameof(Broken))
    {
        public override Tensor forward(Tensor input) => input;

        public override Dictionary<string, Tensor> state_dict(
            Dictionary<string, Tensor>? destination = null,
            string? prefix = null
        ) => new() { ["fine"] = torch.ones(100), ["broken"] = disposed };
    }
}
