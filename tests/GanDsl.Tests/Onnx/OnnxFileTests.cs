using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;
using ModelProto = global::Onnx.ModelProto;

namespace GanDsl.Tests.Onnx;

/// <summary>What stands in an exported file, and what becomes of files that cannot be written.</summary>
public sealed class OnnxFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Names_are_those_of_the_declaration_and_of_the_state()
    {
        using var gan = new ConditionalLayersGan();
        gan.ExportOnnx(folder["faces.onnx"], new OnnxOptions { Network = OnnxNetwork.Discriminator });

        var graph = Read("faces.onnx").Graph;

        Assert.Equal(["images", "labels"], graph.Input.Select(input => input.Name));
        Assert.Equal(["logits", "class_logits"], graph.Output.Select(output => output.Name));
        var weights = graph.Initializer.Select(each => each.Name).Where(name => !name.StartsWith("constant_"));
        Assert.Equal(gan.D.state_dict().Keys.Order(), weights.Order());
        var shape = graph.Input[0].Type.TensorType.Shape.Dim;
        Assert.Equal("N", shape[0].DimParam);
        Assert.Equal([2, 3, 4], shape.Skip(1).Select(dimension => dimension.DimValue));
        Assert.Equal(1, graph.Input[0].Type.TensorType.ElemType);
        Assert.Equal(7, graph.Input[1].Type.TensorType.ElemType);
        Assert.Equal([4L], graph.Output[1].Type.TensorType.Shape.Dim.Skip(1).Select(dimension => dimension.DimValue));
    }

    /// <summary>Without what only training needs: the count of minibatches, and the vectors that weights are already divided by.</summary>
    [Fact]
    public void Weights_in_blocks_have_the_names_of_the_state()
    {
        using var gan = new StructureGan();
        foreach (var network in Enum.GetValues<OnnxNetwork>())
        {
            gan.ExportOnnx(folder["blocks.onnx"], new OnnxOptions { Network = network });
            var module = network == OnnxNetwork.Generator ? (nn.Module)gan.G : gan.D;

            Assert.Equal(
                module
                    .state_dict()
                    .Keys.Where(name => !name.EndsWith("num_batches_tracked") && !name.Contains("SpectralNorm"))
                    .Order(StringComparer.Ordinal),
                Read("blocks.onnx")
                    .Graph.Initializer.Select(each => each.Name)
                    .Where(name => !name.StartsWith("constant_"))
                    .Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void Weights_have_the_bits_of_the_network()
    {
        using var gan = new PlainGan();
        gan.ExportOnnx(folder["plain.onnx"]);

        var initializers = Read("plain.onnx").Graph.Initializer.ToDictionary(each => each.Name);

        foreach (var (name, weight) in gan.G.state_dict())
        {
            Assert.Equal(weight.shape, initializers[name].Dims);
            Assert.Equal(weight.bytes.ToArray(), initializers[name].RawData.ToByteArray());
        }
    }

    [Fact]
    public void The_file_says_what_it_is()
    {
        using var gan = new PlainGan();
        gan.ExportOnnx(folder["plain.onnx"], new OnnxOptions { License = "CC-BY-4.0" });

        var model = Read("plain.onnx");
        var properties = model.MetadataProps.ToDictionary(each => each.Key, each => each.Value);
        gan.SaveCheckpoint(folder["checkpoint"]);
        var checkpoint = File.ReadAllText(folder[Path.Combine("checkpoint", "training.json")]);

        Assert.Equal("GanDsl", model.ProducerName);
        Assert.Equal(properties["gandsl_version"], model.ProducerVersion);
        Assert.Equal(8, model.IrVersion);
        Assert.Equal(18, Assert.Single(model.OpsetImport).Version);
        Assert.Equal("CC-BY-4.0", properties["license"]);
        Assert.Equal("[0, 1]", properties["value_range"]);
        Assert.Equal("generator", properties["network"]);
        Assert.Contains(properties["architecture_hash"], checkpoint);
    }

    [Fact]
    public void Without_a_license_none_is_stated()
    {
        using var gan = new PlainGan();
        gan.ExportOnnx(folder["plain.onnx"]);

        Assert.DoesNotContain(Read("plain.onnx").MetadataProps, property => property.Key == "license");
    }

    [Fact]
    public void Large_weights_can_stand_in_a_file_of_their_own()
    {
        using var gan = new LargeGan();
        RandomWeights.Give(gan);
        var options = new OnnxOptions { Network = OnnxNetwork.Discriminator };
        gan.ExportOnnx(folder["inside.onnx"], options);
        using var exported = new ExportedNetwork(gan, folder["outside.onnx"], options with { ExternalData = true });

        Assert.Equal(folder["outside.onnx.data"], exported.Files.Data);
        Assert.InRange(exported.Difference(3), 0, 1e-5);
        var (inside, outside) = (Read("inside.onnx").Graph.Initializer, Read("outside.onnx").Graph.Initializer);
        Assert.Contains(outside, each => each.ExternalData.Count > 0);
        var data = File.ReadAllBytes(folder["outside.onnx.data"]);
        foreach (var (one, other) in inside.Zip(outside))
        {
            var place = other.ExternalData.ToDictionary(each => each.Key, each => each.Value);
            if (one.RawData.Length < 1024)
            {
                Assert.Equal(one, other);
                continue;
            }

            Assert.Equal("outside.onnx.data", place["location"]);
            var (offset, length) = (int.Parse(place["offset"]), int.Parse(place["length"]));
            Assert.Equal(0, offset % 4096);
            Assert.Equal(one.RawData.ToByteArray(), data[offset..(offset + length)]);
        }
    }

    /// <summary>The model needs the file of weights, so a failure there leaves both as they were.</summary>
    [Fact]
    public void A_data_file_that_cannot_be_written_leaves_the_model_as_it_was()
    {
        using var gan = new LargeGan();
        gan.ExportOnnx(folder["faces.onnx"]);
        var before = File.ReadAllBytes(folder["faces.onnx"]);
        Directory.CreateDirectory(folder["faces.onnx.data"]);
        var options = new OnnxOptions { Network = OnnxNetwork.Discriminator, ExternalData = true };

        var exception = Assert.Throws<GanException>(() => gan.ExportOnnx(folder["faces.onnx"], options));

        Assert.Contains("faces.onnx.data': it is a folder", exception.Message);
        Assert.Equal(before, File.ReadAllBytes(folder["faces.onnx"]));
        Assert.Equal(["faces.md", "faces.onnx"], folder.Files.Order());
    }

    [Fact]
    public void Paths_that_cannot_be_written_are_refused_in_a_sentence()
    {
        using var gan = new PlainGan();
        Directory.CreateDirectory(folder["folder.onnx"]);
        File.WriteAllText(folder["file"], "");

        Assert.Contains("is empty", Refusal(gan, " "));
        Assert.Contains("it is a folder", Refusal(gan, folder["folder.onnx"]));
        Assert.Contains("Cannot write", Refusal(gan, folder[Path.Combine("file", "faces.onnx")]));
        Assert.Contains("Cannot write", Refusal(gan, "a\0b.onnx"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Weights_that_are_not_finite_are_refused(double value)
    {
        using var gan = new PlainGan();
        gan.ExportOnnx(folder["plain.onnx"]);
        var before = File.ReadAllBytes(folder["plain.onnx"]);
        using (no_grad())
        {
            gan.G.parameters().Last().fill_(value);
        }

        var exception = Assert.Throws<GanException>(() => gan.ExportOnnx(folder["plain.onnx"]));

        Assert.Contains(gan.G.named_parameters().Last().name + " has values that are not finite", exception.Message);
        Assert.Equal(before, File.ReadAllBytes(folder["plain.onnx"]));
    }

    [Fact]
    public void Weights_beyond_float16_are_refused_there()
    {
        using var gan = new PlainGan();
        using (no_grad())
        {
            gan.G.parameters().First().fill_(70_000);
        }

        var exception = Assert.Throws<GanException>(() =>
            gan.ExportOnnx(folder["plain.onnx"], new OnnxOptions { Float16 = true })
        );

        Assert.Contains("±65,504", exception.Message);
        gan.ExportOnnx(folder["plain.onnx"]);
    }

    [Fact]
    public void Float16_halves_the_weights_of_products()
    {
        using var gan = new ConvolutionLayersGan();
        var options = new OnnxOptions { Network = OnnxNetwork.Discriminator };
        gan.ExportOnnx(folder["whole.onnx"], options);
        gan.ExportOnnx(folder["half.onnx"], options with { Float16 = true });

        var (whole, half) = (Read("whole.onnx").Graph, Read("half.onnx").Graph);

        Assert.Equal(10, half.Initializer.Single(each => each.Name == "conv1.weight").DataType);
        Assert.Equal(1, whole.Initializer.Single(each => each.Name == "conv1.weight").DataType);
        Assert.All(half.Input.Concat(half.Output), port => Assert.Equal(1, port.Type.TensorType.ElemType));
        Assert.True(Bytes(half) < 0.6 * Bytes(whole), $"{Bytes(half)} of {Bytes(whole)} bytes");
    }

    [Fact]
    public void A_disposed_GAN_is_refused()
    {
        var gan = new PlainGan();
        gan.Dispose();

        Assert.Throws<ObjectDisposedException>(() => gan.ExportOnnx(folder["plain.onnx"]));
        Assert.False(File.Exists(folder["plain.onnx"]));
    }

    [Fact]
    public void The_average_is_what_is_sampled_from_unless_said_otherwise()
    {
        using var gan = new AlternatingScheduledGan();
        using (no_grad())
        {
            foreach (var parameter in gan.AveragedG.parameters())
            {
                parameter.fill_(0.5);
            }
        }

        Assert.Contains((0.5f, "generator (moving average)"), FirstWeights(gan, averaged: null));
        Assert.Contains((0.5f, "generator (moving average)"), FirstWeights(gan, averaged: true));
        Assert.DoesNotContain((0.5f, "generator"), FirstWeights(gan, averaged: false));
        gan.SamplesFromAverage = false;
        Assert.DoesNotContain((0.5f, "generator"), FirstWeights(gan, averaged: null));
        Assert.Contains((0.5f, "generator (moving average)"), FirstWeights(gan, averaged: true));
    }

    [BFloat16Fact]
    public void What_trains_in_bfloat16_is_exported_in_float32()
    {
        using var gan = new ConvolutionLayersGan(new() { Precision = GanPrecision.BFloat16 });
        using var other = new ConvolutionLayersGan();
        gan.ExportOnnx(folder["bfloat16.onnx"]);
        other.ExportOnnx(folder["float32.onnx"]);

        Assert.Equal(File.ReadAllBytes(folder["float32.onnx"]), File.ReadAllBytes(folder["bfloat16.onnx"]));
    }

    [Fact]
    public void A_GAN_without_an_average_has_none_to_export()
    {
        using var gan = new PlainGan();

        var exception = Assert.Throws<GanException>(() =>
            gan.ExportOnnx(folder["plain.onnx"], new OnnxOptions { Averaged = true })
        );

        Assert.Contains("keeps no moving average", exception.Message);
    }

    [Fact]
    public void A_network_that_there_is_not_is_refused()
    {
        using var gan = new PlainGan();

        var exception = Assert.Throws<GanException>(() =>
            gan.ExportOnnx(folder["plain.onnx"], new OnnxOptions { Network = (OnnxNetwork)7 })
        );

        Assert.Contains("There is no network 7", exception.Message);
    }

    [Fact]
    public void A_module_without_a_form_is_named()
    {
        using var gan = new MisdeclaredGan();

        var exception = Assert.Throws<GanException>(() => gan.ExportOnnx(folder["wrong.onnx"]));

        Assert.Equal(
            "FirstHalf (firstHalf1) cannot be exported, because only its own code says what it computes; let the class implement IOnnxModule, "
                + "whose one method adds the same as nodes of ONNX.",
            exception.Message
        );
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Exporting_changes_nothing_and_leaks_nothing()
    {
        using var gan = new StructureGan();
        var options = new OnnxOptions { Network = OnnxNetwork.Discriminator };
        gan.ExportOnnx(folder["once.onnx"], options);
        var (weights, live) = (Weights.Snapshot(gan.D), Live.Count);
        gan.D.train();

        gan.ExportOnnx(folder["twice.onnx"], options);

        Assert.True(gan.D.training);
        Assert.Equal(live, Live.Count);
        Assert.Equal(weights, Weights.Snapshot(gan.D));
        Assert.Equal(File.ReadAllBytes(folder["once.onnx"]), File.ReadAllBytes(folder["twice.onnx"]));
    }

    private List<(float, string)> FirstWeights(AlternatingScheduledGan gan, bool? averaged)
    {
        gan.ExportOnnx(folder["average.onnx"], new OnnxOptions { Averaged = averaged });
        var model = Read("average.onnx");
        var network = model.MetadataProps.Single(property => property.Key == "network").Value;
        return
        [
            .. model
                .Graph.Initializer.Where(each => each.DataType == 1)
                .Select(each => (BitConverter.ToSingle(each.RawData.Span), network)),
        ];
    }

    private static string Refusal(PlainGan gan, string path) =>
        Assert.Throws<GanException>(() => gan.ExportOnnx(path)).Message;

    private static int Bytes(global::Onnx.GraphProto graph) => graph.Initializer.Sum(each => each.RawData.Length);

    private ModelProto Read(string file) => ModelProto.Parser.ParseFrom(File.ReadAllBytes(folder[file]));
}
