using System.Runtime.InteropServices;
using GanDsl.LibTorch.Tests.Modules;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Convolutions;

/// <summary>What does not fit is refused in 32 bits as in 64 bits, where libtorch's own operators do it.</summary>
public class ConvolutionRefusalTests
{
    /// <summary>Shapes of input, weight and bias, and what of the stride, padding, output padding, dilation and groups is odd.</summary>
    public static TheoryData<bool, long[], long[], long[]?, string, long> Calls()
    {
        var calls = new TheoryData<bool, long[], long[], long[]?, string, long>();
        foreach (var wide in new long[] { 2, 17 })
        {
            // Channels that are not the weight's.
            calls.Add(false, [2, 4, 5, 5], [wide, 3, 3, 3], null, "", 0);
            calls.Add(true, [2, 4, 5, 5], [3, wide, 3, 3], null, "", 0);

            // Kernels that are larger than the input, outputs of size 0 and below.
            calls.Add(false, [2, 3, 2, 5], [wide, 3, 3, 3], null, "", 0);
            calls.Add(true, [2, 3, 1, 5], [3, wide, 2, 2], null, "padding", 1);
            calls.Add(true, [2, 3, 1, 5], [3, wide, 2, 2], null, "padding", 2);

            // A bias of another size, of size 1 and of more dimensions.
            foreach (var bias in new long[][] { [wide + 1], [1], [wide, 1], [] })
            {
                calls.Add(false, [2, 3, 5, 5], [wide, 3, 3, 3], bias, "", 0);
                calls.Add(true, [2, 3, 5, 5], [3, wide, 3, 3], bias, "", 0);
            }

            foreach (var isTransposed in new[] { false, true })
            {
                long[] weight = isTransposed ? [3, wide, 3, 3] : [wide, 3, 3, 3];
                calls.Add(isTransposed, [2, 3, 5, 5], weight, null, "stride", 0);
                calls.Add(isTransposed, [2, 3, 5, 5], weight, null, "stride", -1);
                calls.Add(isTransposed, [2, 3, 5, 5], weight, null, "padding", -1);
                calls.Add(isTransposed, [2, 3, 5, 5], weight, null, "groups", 2);
            }

            // The output padding must be below the stride or the dilation.
            calls.Add(true, [2, 3, 5, 5], [3, wide, 3, 3], null, "output padding", 1);
            calls.Add(true, [2, 3, 5, 5], [3, wide, 3, 3], null, "output padding", -1);
            calls.Add(true, [2, 3, 5, 5], [3, wide, 3, 3], null, "dilation", 0);
            calls.Add(true, [2, 3, 5, 5], [3, wide, 3, 3], null, "dilation", -1);

            // Neither with nor without a batch.
            calls.Add(false, [5, 5], [wide, 3, 3, 3], null, "", 0);
            calls.Add(true, [5, 5], [3, wide, 3, 3], null, "", 0);
        }

        return calls;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Refuses_in_the_same_words(
        bool isTransposed,
        long[] input,
        long[] weight,
        long[]? bias,
        string odd,
        long number
    )
    {
        using var scope = NewDisposeScope();
        var one = new ConvolutionCase
        {
            IsTransposed = isTransposed,
            Kernel = weight[2..],
            Stride = Odd("stride", 1),
            Padding = Odd("padding", 0),
            OutputPadding = Odd("output padding", 0),
            Dilation = Odd("dilation", 1),
            Groups = odd == "groups" ? number : 1,
        };

        var expected = Assert.Throws<ExternalException>(() => Call(ScalarType.Float64)).Message;
        var found = Assert.Throws<ExternalException>(() => Call(ScalarType.Float32)).Message;

        Assert.NotEmpty(found);
        Assert.Equal(expected, found);

        long[] Odd(string name, long normal) => [odd == name ? number : normal, normal];

        Tensor Call(ScalarType type) =>
            one.Call([
                ones(input, type),
                ones(weight, type),
                .. bias is null ? Array.Empty<Tensor>() : [ones(bias, type)],
            ]);
    }

    [BeyondTheory("libtorch says it in its words.")]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void Refuses_a_weight_for_another_number_of_dimensions(ScalarType type)
    {
        using var scope = NewDisposeScope();

        var error = Assert.Throws<ExternalException>(() =>
            nn.functional.conv2d(ones([2, 3, 5, 5], type), ones([4, 3, 3], type))
        );

        Assert.Contains("[4, 3, 3]", error.Message);
        Assert.Throws<ExternalException>(() =>
            nn.functional.conv_transpose1d(ones([2, 3, 5], type), ones([3, 4, 3, 3], type))
        );
    }

    [BeyondTheory("the process dies of a division by zero.")]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_fewer_groups_than_one(long groups)
    {
        using var scope = NewDisposeScope();
        foreach (var isTransposed in new[] { false, true })
        {
            var one = ConvolutionCase.Uneven(isTransposed, 3, 17);
            var drawn = one.Draw(1);

            var error = Assert.Throws<ExternalException>(() => (one with { Groups = groups }).Call(drawn));

            Assert.Contains("groups", error.Message);
        }
    }

    [BeyondFact("libtorch says it in its words.")]
    public void Refuses_a_list_of_another_length()
    {
        using var scope = NewDisposeScope();

        Assert.Throws<ArgumentException>(() =>
            nn.functional.conv2d(ones(2, 3, 5, 5), ones(4, 3, 3, 3), strides: [1, 1, 1])
        );
    }

    [Fact]
    public void Refuses_types_that_differ()
    {
        using var scope = NewDisposeScope();
        var (narrow, wide) = (ones([2, 3, 5, 5]), ones([3, 17, 3, 3], ScalarType.Float64));

        Assert.Throws<ExternalException>(() => nn.functional.conv_transpose2d(narrow, wide));
        Assert.Throws<ExternalException>(() =>
            nn.functional.conv_transpose2d(narrow, wide.to(ScalarType.Float32), ones([17], ScalarType.Float64))
        );
    }
}
