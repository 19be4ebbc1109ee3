using System.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>A thousand steps of every rule equal the same formulas in plain arithmetic of the same type.</summary>
/// <remarks>
/// Of the same type, as rounding a parameter a thousand times to float32 alone can move it by 6e-5 of its size: what is compared is
/// the formula, not the type.
/// </remarks>
public sealed class OptimizerFormulaTests
{
    private const int Steps = 1000;

    public static TheoryData<string> Cases => [.. OptimizerCase<double>.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void In_float64_they_agree_to_twelve_digits(string name) =>
        AssertAgree(OptimizerCase<double>.All[name], ScalarType.Float64, 1e-12, name);

    [Theory]
    [MemberData(nameof(Cases))]
    public void In_float32_they_agree_to_six_digits(string name) =>
        AssertAgree(OptimizerCase<float>.All[name], ScalarType.Float32, 1e-6, name);

    private static void AssertAgree<T>(OptimizerCase<T> rule, ScalarType type, double tolerance, string name)
        where T : struct, IFloatingPointIeee754<T>
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = [Start(type, 3, 2), Start(type, 5), Start(type)];
        using var optimizer = rule.Create(parameters);
        T[] expected = [.. All(parameters).Select(T.CreateChecked)];
        HandWrittenRule<T>[] rules = [.. expected.Select(_ => rule.ByHand())];

        for (var step = 1; step <= Steps; step++)
        {
            using var inner = NewDisposeScope();
            T[] gradients = [.. expected.Select((_, index) => T.CreateChecked(Gradient(step, index)))];
            expected = [.. expected.Select((value, index) => rules[index].Step(value, gradients[index]))];

            var given = tensor(Array.ConvertAll(gradients, double.CreateChecked), type);
            parameters[0].grad = given.narrow(0, 0, 6).reshape(3, 2);
            parameters[1].grad = given.narrow(0, 6, 5);
            parameters[2].grad = given[11];
            optimizer.Step();
        }

        Values.AssertRelative(Array.ConvertAll(expected, double.CreateChecked), All(parameters), tolerance, name);
    }

    private static Parameter Start(ScalarType type, params long[] shape)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        return new(arange(1, count + 1, ScalarType.Float64).mul(0.4).sin().to(type).reshape(shape));
    }

    private static double[] All(Parameter[] parameters) =>
        [.. parameters.SelectMany(parameter => Values.Of(parameter))];

    /// <summary>Waves of different lengths and sizes, about a mean of their own.</summary>
    private static double Gradient(int step, int index) =>
        Math.Sin((0.3 + 0.05 * index) * step + index) * Math.Pow(2, index % 5 - 2) + 0.1 * (index % 3 - 1);
}
