using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>The expected numbers are those of PyTorch 1.13 for the same input and parameters.</summary>
public class ConvolutionTransposeTests
{
    [Fact]
    public void ConvTranspose1d_with_output_padding()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.ConvTranspose1d(2, 1, 3, stride: 2, padding: 1, output_padding: 1));
        AssertClose(
            [1, 1, 6],
            [
                1.1271945064551294,
                1.0069640191173326,
                1.560238990390527,
                1.5392218415211079,
                1.6594523288589047,
                2.208205795627167,
            ],
            module.call(Wave([1, 2, 3]))
        );
    }

    [BeyondFact("the first output padding goes for all dimensions.")]
    public void ConvTranspose2d_with_a_size_for_each_dimension()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(
            nn.ConvTranspose2d(1, 1, (3, 2), stride: (2, 3), padding: (1, 0), output_padding: (1, 2))
        );
        AssertClose(
            [1, 1, 4, 7],
            [
                1.143493610352256,
                1.0500496393371663,
                0.8504366206285644,
                1.684893785279339,
                1.4188192883684156,
                0.8504366206285644,
                0.8504366206285644,
                1.1557815363076576,
                1.5040774149005756,
                0.8504366206285644,
                1.0850385603038724,
                0.9039586263143634,
                0.8504366206285644,
                0.8504366206285644,
                1.8338357169182948,
                1.5202696875374433,
                0.8504366206285644,
                1.5202696875374433,
                1.3066871289088415,
                0.8504366206285644,
                0.8504366206285644,
                0.8916707003589619,
                0.24367868118300584,
                0.8504366206285644,
                0.8785228271251788,
                0.437149143567076,
                0.8504366206285644,
                0.8504366206285644,
            ],
            module.call(Wave([1, 1, 2, 2]))
        );
    }

    [Fact]
    public void ConvTranspose2d_with_a_wanted_output_size()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.ConvTranspose2d(1, 1, 3, stride: 2, padding: 1));
        AssertClose(
            [1, 1, 3, 4],
            [
                0.8627245465839659,
                1.2380029179896521,
                0.8854255415952704,
                0.33557595857451217,
                1.423815082844997,
                1.1003973955793849,
                0.6754178291864569,
                1.2056633221860522,
                0.8916707003589619,
                0.6999291894632831,
                0.8785228271251788,
                0.437149143567076,
            ],
            module.forward(Wave([1, 1, 2, 2]), [3, 4])
        );
        AssertClose(
            [1, 1, 3, 4],
            [
                0.8627245465839659,
                1.2380029179896521,
                0.8854255415952704,
                0.33557595857451217,
                1.423815082844997,
                1.1003973955793849,
                0.6754178291864569,
                1.2056633221860522,
                0.8916707003589619,
                0.6999291894632831,
                0.8785228271251788,
                0.437149143567076,
            ],
            module.forward(Wave([1, 1, 2, 2]), [1, 1, 3, 4])
        );
    }

    [Fact]
    public void ConvTranspose2d_with_groups_and_dilation()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.ConvTranspose2d(2, 2, 2, groups: 2, dilation: 2));
        AssertClose(
            [1, 2, 4, 4],
            [
                0.9377688131737252,
                1.099108299958515,
                1.099108299958515,
                1.5585100389021356,
                1.143493610352256,
                1.0500496393371663,
                1.684893785279339,
                1.4188192883684156,
                1.143493610352256,
                1.684893785279339,
                1.0500496393371663,
                1.4188192883684156,
                1.8338357169182948,
                1.5202696875374433,
                1.5202696875374433,
                1.3066871289088415,
                0.9910871981117731,
                0.9639167902029474,
                0.9639167902029474,
                1.363728325332254,
                0.9487118967823743,
                0.952623616808763,
                1.587467762750936,
                1.529906949015841,
                0.9487118967823743,
                1.587467762750936,
                0.952623616808763,
                1.529906949015841,
                1.9449233775657202,
                1.8529617801812814,
                1.8529617801812814,
                1.769850375336997,
            ],
            module.call(Wave([1, 2, 2, 2]))
        );
    }

    [Fact]
    public void ConvTranspose3d_with_a_stride_for_each_dimension()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.ConvTranspose3d(1, 1, (2, 2, 2), stride: (1, 2, 1)));
        AssertClose(
            [1, 1, 2, 4, 2],
            [
                0.9377688131737252,
                1.099108299958515,
                1.143493610352256,
                1.0500496393371663,
                1.099108299958515,
                1.5585100389021356,
                1.684893785279339,
                1.4188192883684156,
                0.8627245465839659,
                0.6696202502498008,
                0.5615567182384914,
                0.589357918194222,
                0.8854255415952704,
                0.33557595857451217,
                0.0278733898375364,
                0.10703516144660563,
            ],
            module.call(Wave([1, 1, 1, 2, 1]))
        );
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Refuses_an_output_size_out_of_reach(long size)
    {
        using var scope = NewDisposeScope();
        using var module = nn.ConvTranspose1d(1, 1, 3, stride: 2, padding: 1);

        Assert.Throws<ArgumentException>(() => module.forward(zeros(1, 1, 2), [size]));
    }

    [Fact]
    public void Refuses_a_padding_mode() =>
        Assert.Throws<ArgumentException>(() => nn.ConvTranspose2d(1, 1, 3, padding_mode: PaddingModes.Reflect));
}
