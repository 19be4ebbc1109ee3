using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>The expected numbers are those of PyTorch 1.13 for the same input and parameters.</summary>
public class ConvolutionTests
{
    [Fact]
    public void Conv1d_with_stride_padding_dilation_and_groups()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.Conv1d(4, 2, 3, stride: 2, padding: 1, dilation: 2, groups: 2));
        AssertClose(
            [1, 2, 3],
            [
                1.692450709340777,
                0.43791187025798123,
                1.137194301669763,
                1.023083850444788,
                0.7702716478841392,
                -0.017327359583527713,
            ],
            module.call(Wave([1, 4, 7]))
        );
    }

    [Fact]
    public void Conv2d_with_a_size_for_each_dimension()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(
            nn.Conv2d(2, 2, (3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), bias: false)
        );
        AssertClose(
            [1, 2, 2, 2],
            [
                2.8391269530008465,
                2.129125416281971,
                0.4615273525397975,
                1.8414645957303166,
                -1.4918454475222795,
                0.2811368961335358,
                -2.2172649215604587,
                -2.217331663813225,
            ],
            module.call(Wave([1, 2, 4, 4]))
        );
    }

    [Fact]
    public void Conv2d_pads_reflect()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.Conv2d(1, 1, (3, 2), padding: (2, 1), padding_mode: PaddingModes.Reflect));
        AssertClose(
            [1, 1, 5, 4],
            [
                0.11845182600181126,
                0.01350179636337534,
                -0.6690708629671126,
                -1.055751263082477,
                2.053618872110097,
                1.949122967843595,
                2.228253146286831,
                2.2055080224052195,
                2.406639453612075,
                2.8436638574042417,
                1.7535368250793064,
                1.7978979586773514,
                -0.5168278073199642,
                -0.4784400000913426,
                -0.4046679001409882,
                -0.3137751652112978,
                0.11845182600181126,
                0.01350179636337534,
                -0.6690708629671126,
                -1.055751263082477,
            ],
            module.call(Wave([1, 1, 3, 3]))
        );
    }

    [Fact]
    public void Conv2d_pads_replicate()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.Conv2d(1, 1, (3, 2), padding: (2, 1), padding_mode: PaddingModes.Replicate));
        AssertClose(
            [1, 1, 5, 4],
            [
                1.5105820565126071,
                2.0047091528121888,
                2.866086677690091,
                3.0656590784864792,
                1.2939092303710953,
                2.5099266389870194,
                3.8139547263662066,
                3.980111560490078,
                2.8699872339793786,
                2.8436638574042417,
                1.7535368250793064,
                1.1711187067197197,
                0.5462276521550189,
                0.018817602383929044,
                -0.5887421725371441,
                -0.2553273167020821,
                -1.333211167474535,
                -1.2480656988634107,
                -0.6618545042242271,
                0.015255241122858476,
            ],
            module.call(Wave([1, 1, 3, 3]))
        );
    }

    [Fact]
    public void Conv2d_pads_circular()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.Conv2d(1, 1, (3, 2), padding: (2, 1), padding_mode: PaddingModes.Circular));
        AssertClose(
            [1, 1, 5, 4],
            [
                0.06737469301720045,
                -0.983657486266173,
                -1.3525359488171045,
                0.06737469301720045,
                0.6616684620974619,
                0.6822396665962553,
                2.155140814599748,
                0.6616684620974619,
                1.8242213352524885,
                2.8436638574042417,
                1.7535368250793064,
                1.8242213352524885,
                0.06737469301720045,
                -0.983657486266173,
                -1.3525359488171045,
                0.06737469301720045,
                0.6616684620974619,
                0.6822396665962553,
                2.155140814599748,
                0.6616684620974619,
            ],
            module.call(Wave([1, 1, 3, 3]))
        );
    }

    [Fact]
    public void Conv2d_keeps_the_size_with_an_even_kernel()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.Conv2d(1, 1, (2, 4), Padding.Same));
        AssertClose(
            [1, 1, 3, 4],
            [
                4.039670124783187,
                5.197648125870521,
                4.039670124783187,
                2.2117786306435585,
                -1.2087218702191653,
                -3.1298050659384886,
                -2.5035536182919826,
                -0.7518296730659711,
                1.4192134871007136,
                2.5137246675022804,
                2.6392328875419735,
                1.93427408462308,
            ],
            module.call(Wave([1, 1, 3, 4]))
        );
    }

    [Fact]
    public void Conv2d_keeps_the_size_with_an_odd_kernel()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.Conv2d(1, 1, (3, 3), Padding.Same, dilation: (1, 2)));
        AssertClose(
            [1, 1, 3, 5],
            [
                1.1268183897402626,
                1.4755253585962627,
                2.3279658615412524,
                2.7327737060167645,
                2.110369504538436,
                1.598423725702854,
                1.5331400409929272,
                -0.010512424195639802,
                0.002643877744862966,
                0.4988447213916205,
                -0.9107961719683025,
                -0.3169078104106021,
                1.219623131572884,
                0.9162555994582573,
                1.2733313892685054,
            ],
            module.call(Wave([1, 1, 3, 5]))
        );
    }

    [BeyondFact("the paddings of height and width are exchanged.")]
    public void Conv2d_keeps_the_size_and_reflects()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.Conv2d(1, 1, (2, 4), Padding.Same, padding_mode: PaddingModes.Reflect));
        AssertClose(
            [1, 1, 3, 4],
            [
                4.262900347692703,
                5.197648125870521,
                5.573106725249966,
                5.259674228007937,
                -1.3765841443276723,
                -3.1298050659384886,
                -3.9151614125438097,
                -3.241059446848444,
                2.9221103920743268,
                4.6258809573554975,
                5.513546638991835,
                4.984073060978781,
            ],
            module.call(Wave([1, 1, 3, 4]))
        );
    }

    [Fact]
    public void Conv3d_with_a_stride_for_each_dimension()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.Conv3d(1, 2, (2, 2, 2), stride: (1, 2, 1)));
        AssertClose(
            [1, 2, 1, 2, 1],
            [1.1739461960202968, 0.2717862986311995, 0.9104158197697636, 0.8709038319329616],
            module.call(Wave([1, 1, 2, 4, 2]))
        );
    }

    [Fact]
    public void Takes_an_image_without_a_batch()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.Conv2d(2, 3, 3, padding: 1));
        var image = Wave([2, 5, 4]);

        var batched = module.call(image.unsqueeze(0)).squeeze(0);

        Assert.True(module.call(image).Equals(batched));
    }

    [Fact]
    public void Refuses_other_channels_and_says_which_shape_came()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Conv2d(3, 8, 3);

        var error = Assert.Throws<ArgumentException>(() => module.call(zeros(1, 4, 8, 8)));

        Assert.Contains("[1, 4, 8, 8]", error.Message, StringComparison.Ordinal);
        Assert.Contains("3 channels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_Same_with_a_stride() =>
        Assert.Throws<ArgumentException>(() => nn.Conv2d(1, 1, 3, Padding.Same, stride: 2));

    [BeyondFact("the error comes with the first input.")]
    public void Refuses_groups_that_do_not_divide_the_channels() =>
        Assert.Throws<ArgumentException>(() => nn.Conv2d(3, 4, 3, groups: 2));

    [Fact]
    public void Valid_is_no_padding()
    {
        using var scope = NewDisposeScope();
        using var valid = Filled(nn.Conv1d(1, 1, 3, Padding.Valid));
        using var plain = Filled(nn.Conv1d(1, 1, 3));

        Assert.True(valid.call(Wave([1, 1, 6])).Equals(plain.call(Wave([1, 1, 6]))));
    }
}
