using GanDsl.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Layers;

/// <summary>
/// Layers computed in bfloat16 against float64. Each is linear in its input, its weight and its bias, so the bound follows from the
/// roundings on the way: a value that is rounded r times is off by a factor of at most (1 + u)^r, u = 2⁻⁸, and a sum of products by that
/// times the sum of their absolute values. Sums themselves are float32, whose roundings are lost in that.
/// </summary>
public sealed class BFloat16LayerTests
{
    private const double UnitRoundoff = 1.0 / 256;

    /// <summary>The kinds of layer, what they take, and the roundings of a value: input, weight, product, sum with the bias.</summary>
    private static readonly Dictionary<
        string,
        (Func<Module<Tensor, Tensor>> Create, long[] Input, int Roundings)
    > Cases = new()
    {
        ["Linear"] = (() => nn.Linear(96, 64), [48, 96], 4),
        ["Linear without bias"] = (() => nn.Linear(96, 64, hasBias: false), [48, 96], 4),
        ["Linear of sequences"] = (() => nn.Linear(64, 32), [6, 9, 64], 4),
        ["Conv1d"] = (() => nn.Conv1d(16, 24, 5, stride: 2, padding: 2), [8, 16, 33], 4),
        ["Conv2d"] = (() => nn.Conv2d(16, 32, 4, stride: 2, padding: 1), [8, 16, 12, 10], 4),
        ["Conv2d, oblong, dilated, groups"] = (
            () => nn.Conv2d(16, 32, (3, 2), stride: (1, 2), padding: (2, 0), dilation: (2, 1), groups: 4, bias: false),
            [8, 16, 9, 11],
            4
        ),
        ["Conv2d, same"] = (() => nn.Conv2d(16, 32, 5, padding: Padding.Same, dilation: 2), [4, 16, 11, 11], 4),

        // The gradient of a border that repeats values is added to theirs, one rounding for each of up to three more.
        ["Conv2d, reflect"] = (
            () => nn.Conv2d(16, 32, 3, padding: 1, padding_mode: PaddingModes.Reflect),
            [4, 16, 8, 8],
            7
        ),
        ["Conv2d, same, circular"] = (
            () => nn.Conv2d(16, 32, 4, padding: Padding.Same, padding_mode: PaddingModes.Circular),
            [4, 16, 8, 8],
            7
        ),
        ["Conv3d"] = (() => nn.Conv3d(8, 16, 3, padding: 1), [4, 8, 5, 6, 7], 4),
        ["ConvTranspose1d"] = (() => nn.ConvTranspose1d(16, 24, 4, stride: 2, padding: 1), [8, 16, 9], 4),
        ["ConvTranspose2d"] = (
            () => nn.ConvTranspose2d(32, 16, 4, stride: 2, padding: 1, output_padding: 1),
            [8, 32, 6, 5],
            4
        ),
        ["ConvTranspose3d"] = (
            () => nn.ConvTranspose3d(16, 8, 3, stride: 2, groups: 2, bias: false),
            [4, 16, 3, 4, 5],
            4
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [BFloat16Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradients_are_within_the_bound_of_their_roundings(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var (create, shape, roundings) = Cases[name];
        var layer = create();
        var input = randn(shape);
        var upstream = randn_like(layer.call(input));

        var found = Results(layer, InBFloat16, input, upstream);
        layer.to(float64);
        var exact = Results(layer, (module, x) => module.call(x), input.to(float64), upstream.to(float64));
        using (no_grad())
        {
            foreach (var parameter in layer.parameters())
            {
                parameter.abs_();
            }
        }

        var absolute = Results(
            layer,
            (module, x) => module.call(x),
            input.abs().to(float64),
            upstream.abs().to(float64)
        );

        var factor = Math.Pow(1 + UnitRoundoff, roundings) - 1;
        for (var index = 0; index < exact.Count; index++)
        {
            Assert.Equal(index == 0 ? ScalarType.BFloat16 : ScalarType.Float32, found[index].dtype);
            var error = (found[index].to(float64) - exact[index]).abs();
            Assert.True((error <= absolute[index] * factor).all().item<bool>(), $"{name}, result {index}");

            // Rounded at all: the bound would hold for float32 too.
            Assert.True(error.max().item<double>() > 1e-4 * absolute[index].max().item<double>());
        }
    }

    [BFloat16Fact]
    public void Attention_is_near_that_in_float32_and_its_weights_are_softmaxes_of_float32()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var attention = new SelfAttention(16);
        using (no_grad())
        {
            attention.get_parameter("gamma")!.fill_(0.7);
        }

        var input = randn(4, 16, 6, 6);
        var exact = attention.call(input);
        var found = attention.InBFloat16(input);

        // γ·mix + x: each row of weights sums to 1, so the mix is at most as large as the largest value; scores of a few
        // units are off by a few 2⁻⁸, and the weights by as much, which a factor of 16 roundings covers.
        var largest = exact.abs().max().item<float>();
        Assert.Equal(ScalarType.BFloat16, found.dtype);
        Assert.InRange((found.to(float32) - exact).abs().max().item<float>(), 0, 16 * UnitRoundoff * largest);
    }

    private static Tensor InBFloat16(Module<Tensor, Tensor> layer, Tensor input) =>
        layer switch
        {
            Linear linear => linear.InBFloat16(input),
            ConvolutionTranspose transposed => transposed.InBFloat16(input),
            _ => ((Convolution)layer).InBFloat16(input),
        };

    /// <summary>The output, and the gradients of the input and of the parameters.</summary>
    private static List<Tensor> Results(
        Module<Tensor, Tensor> layer,
        Func<Module<Tensor, Tensor>, Tensor, Tensor> run,
        Tensor input,
        Tensor upstream
    )
    {
        layer.zero_grad();
        var leaf = input.detach().requires_grad_();
        var output = run(layer, leaf);
        autograd.backward([output.to(upstream.dtype)], [upstream]);
        return [output.detach(), leaf.grad!, .. layer.parameters().Select(parameter => parameter.grad!.clone())];
    }
}
