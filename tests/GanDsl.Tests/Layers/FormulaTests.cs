using GanDsl.Tests.Generated;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Layers;

/// <summary>Every layer computes what loops over its definition compute.</summary>
public sealed class FormulaTests : IDisposable
{
    /// <summary>Layers of random numbers have tests of their own.</summary>
    private static readonly string[] Random = ["Dropout", "GaussianNoise"];

    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<string> Cases => [.. Formulas.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_output_is_that_of_the_formula(string name)
    {
        using var layer = new LayerCase(name);

        AssertFormula(layer, Formulas.All[name]);
    }

    [Fact]
    public void Every_case_has_a_formula() =>
        Assert.Equal(LayerCase.Names.Except(Random).Order(), Formulas.All.Keys.Order());

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(6, 6)]
    [InlineData(8, 4)]
    public void Groups_of_four_are_the_whole_minibatch_where_four_does_not_divide_it(int examples, int group)
    {
        using var layer = new LayerCase("MinibatchStdDev", examples);

        AssertFormula(layer, (_, x) => RelationFormulas.MinibatchStdDev(x, group));
    }

    [Fact]
    public void One_example_differs_from_nothing()
    {
        using var layer = new LayerCase("MinibatchStdDev", 1);

        AssertFormula(layer, (_, x) => RelationFormulas.MinibatchStdDev(x, 1));
    }

    private static void AssertFormula(LayerCase layer, Func<LayerCase, Block, Block> formula)
    {
        var expected = formula(layer, Block.Of(layer.Input));
        var last = layer.Network.named_parameters().Select(each => each.name).Last()[..^"bias".Length];
        var rows = expected.Reshape(layer.Input.shape[0], expected.Numbers.Length / layer.Input.shape[0]);
        expected = ByHand.Linear(rows, layer.State(last + "weight"), layer.State(last + "bias"));

        Block.Of(layer.Network.call(layer.Input)).AssertEqual(expected, "The output");
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }
}
