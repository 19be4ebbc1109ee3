using GanDsl.Tests.Models;
using Microsoft.Extensions.Configuration;

namespace GanDsl.Tests.Options;

/// <summary>The options are bound from configuration and from the command line; what is not set keeps its declared default.</summary>
public sealed class ConfigurationTests
{
    [Fact]
    public void Every_option_is_bound_from_configuration()
    {
        var options = Bind(
            ("Gan:Device", "Cuda"),
            ("Gan:BatchSize", "16"),
            ("Gan:Epochs", "5"),
            ("Gan:Steps", "1000"),
            ("Gan:DiscriminatorSteps", "2"),
            ("Gan:GeneratorLearningRate", "0.01"),
            ("Gan:DiscriminatorLearningRate", "2.5e-4"),
            ("Gan:Seed", "-7")
        );

        Assert.Equal(
            new DeclaredGan.Options
            {
                Device = GanDevice.Cuda,
                BatchSize = 16,
                Epochs = 5,
                Steps = 1000,
                DiscriminatorSteps = 2,
                GeneratorLearningRate = 0.01,
                DiscriminatorLearningRate = 2.5e-4,
                Seed = -7,
            },
            options
        );
    }

    [Fact]
    public void What_is_not_set_keeps_its_default()
    {
        Assert.Equal(new DeclaredGan.Options { Seed = 3 }, Bind(("Gan:Seed", "3")));
    }

    [Fact]
    public void Options_are_bound_from_the_command_line()
    {
        var options = new ConfigurationBuilder()
            .AddCommandLine(["--batchsize", "16", "--Device=cpu", "--Steps", "20", "--GeneratorLearningRate=1e-2"])
            .Build()
            .Get<DeclaredGan.Options>();

        Assert.Equal(
            new DeclaredGan.Options
            {
                BatchSize = 16,
                Steps = 20,
                GeneratorLearningRate = 0.01,
            },
            options
        );
    }

    [Fact]
    public void The_command_line_comes_before_the_file()
    {
        var options = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Seed", "1"), new("Epochs", "4")])
            .AddCommandLine(["--Seed", "2"])
            .Build()
            .Get<DeclaredGan.Options>();

        Assert.Equal(new DeclaredGan.Options { Seed = 2, Epochs = 4 }, options);
    }

    [Theory]
    [InlineData("Gan:BatchSize", "many")]
    [InlineData("Gan:Device", "Abacus")]
    [InlineData("Gan:GeneratorLearningRate", "0,01x")]
    public void A_value_that_cannot_be_read_is_refused_with_its_name(string key, string value)
    {
        var message = Assert.Throws<InvalidOperationException>(() => Bind((key, value))).Message;

        Assert.Contains(key, message);
    }

    [Fact]
    public void What_was_bound_is_validated_like_what_was_typed()
    {
        var options = Bind(("Gan:BatchSize", "0"));

        Assert.Equal(
            "BatchSize is 0, but it has to be at least 2.",
            Assert.Throws<GanException>(() => new DeclaredGan(options)).Message
        );
    }

    private static DeclaredGan.Options? Bind(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build()
            .GetSection("Gan")
            .Get<DeclaredGan.Options>();
}
