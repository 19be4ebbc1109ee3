using System.Reflection;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>
/// TorchSharp's temporary scalars may be freed by the garbage collector while libtorch reads them, so neither the library nor what is
/// emitted makes any.
/// </summary>
public class TemporaryScalarTests
{
    /// <summary>They keep their scalars: until a call has returned, or as long as an optimiser lives.</summary>
    private static readonly string[] Keepers = ["TensorArithmetic", "Hyperparameter", "ParameterGroup"];

    /// <summary>A module that a declaration brings along is the user's own.</summary>
    private const string UsersModule = "AddNoise.";

    [Fact]
    public void The_library_makes_none() =>
        Assert.DoesNotContain(
            TemporaryScalars.In(Assembly.Load(nameof(GanDsl))),
            found => !Array.Exists(Keepers, keeper => found.StartsWith(keeper + ".", StringComparison.Ordinal))
        );

    /// <summary>The same of generators of random numbers: these functions make one for each call.</summary>
    [Fact]
    public void The_library_makes_no_temporary_generator() =>
        Assert.DoesNotContain(
            CalledMethods.In(Assembly.Load(nameof(GanDsl))).SelectMany(CalledMethods.Of),
            called => called.DeclaringType == typeof(torch) && called.Name is "get_rng_state" or "set_rng_state"
        );

    [Theory]
    [MemberData(nameof(EmittedCodeTests.Declarations), MemberType = typeof(EmittedCodeTests))]
    public void Emitted_code_makes_none(string declaration) =>
        Assert.DoesNotContain(
            TemporaryScalars.In(Load(GeneratorRun.On(declaration).Output)),
            found => !found.StartsWith(UsersModule, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("x + x")]
    [InlineData("x * 2")]
    [InlineData("1 - x")]
    [InlineData("x / 2.0")]
    [InlineData("x.square()")]
    [InlineData("x.leaky_relu(0.2)")]
    [InlineData("torch.nn.functional.mish(x)")]
    [InlineData("torch.full_like(x, 3)")]
    [InlineData("torch.nn.BatchNorm2d(3).call(x)")]
    [InlineData("torch.nn.LeakyReLU(0.2).call(x)")]
    [InlineData("torch.nn.PReLU(1).call(x)")]
    public void The_search_finds(string expression) => Assert.NotEmpty(FoundIn(expression));

    [Theory]
    [InlineData("-x - x * x / x")]
    [InlineData("x.norm(1).mean().sigmoid()")]
    [InlineData("torch.nn.functional.logsigmoid(torch.nn.Linear(2, 3).call(x))")]
    [InlineData("new GanDsl.Modules.BatchNormalization(3, rank: 1).call(x)")]
    public void The_search_passes(string expression) => Assert.Empty(FoundIn(expression));

    /// <summary>When this fails, TorchSharp keeps its scalars, and <c>TensorArithmetic</c> can go.</summary>
    [Fact]
    public void TorchSharp_does_not_keep_the_scalar_that_it_hands_on()
    {
        var product = typeof(Tensor).GetMethod(nameof(Tensor.mul), [typeof(Scalar)])!;

        Assert.DoesNotContain(CalledMethods.Of(product), called => called.Name is "KeepAlive" or "DangerousAddRef");
    }

    private static IEnumerable<string> FoundIn(string expression) =>
        TemporaryScalars.In(
            Load(
                GeneratorRun
                    .On(
                        $$"""
                        using TorchSharp;
                        static class Written { public static torch.Tensor Down(torch.Tensor x) => {{expression}}; }
                        """
                    )
                    .Output
            )
        );

    private static Assembly Load(Compilation compilation)
    {
        using var file = new MemoryStream();
        Assert.True(compilation.Emit(file).Success);
        return Assembly.Load(file.ToArray());
    }
}
