using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Layers;

/// <summary>
/// Modules that divide their own weights by largest singular values, against formulas that divide by those of a singular value
/// decomposition.
/// </summary>
public sealed class NormalizedModuleTests : IDisposable
{
    /// <summary>As many as the estimates need to have converged.</summary>
    private const int Converged = 2000;

    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    private static Tensor Labels => tensor(new long[] { 2, 0, 3, 2, 1 });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_projection_divides_both_weights_and_not_its_bias(bool inTraining)
    {
        var module = Filled(new Projection(6, 4));
        module.NormalizeWeights(Converged);

        AssertEqual(
            module,
            inTraining,
            randn(5, 6),
            x => module.call(x, Labels),
            (x, weights) =>
                x.mm(Divided(weights["linear.weight"]).t())
                + weights["linear.bias"]
                + (Divided(weights["embedding.weight"])[Labels] * x).sum(1, keepdim: true)
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_label_embedding_divides_its_matrix(bool inTraining)
    {
        var module = Filled(new LabelEmbedding(4, 3));
        module.NormalizeWeights(Converged);

        AssertEqual(
            module,
            inTraining,
            randn(5, 3),
            x => x * module.call(Labels),
            (x, weights) => x * Divided(weights["weight"])[Labels]
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Attention_divides_the_weight_of_each_map_and_not_gamma(bool inTraining)
    {
        var module = Filled(new SelfAttention(16));
        module.NormalizeWeights(Converged);

        AssertEqual(
            module,
            inTraining,
            randn(3, 16, 2, 3),
            module.call,
            (x, weights) =>
            {
                var values = x.flatten(2);
                Tensor Map(string name) =>
                    einsum("kc,ncl->nkl", Divided(weights[name + ".weight"].squeeze(-1)), values);
                var counts = einsum("nki,nkj->nij", Map("f"), Map("g")).softmax(1);
                return x + (weights["gamma"] * einsum("nci,nij->ncj", Map("h"), counts)).reshape(x.shape);
            }
        );
    }

    /// <summary>One power iteration where nothing else is declared, from the vectors of before; in evaluation none.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_call_makes_the_declared_iterations_of_every_weight(int iterations)
    {
        var projection = Filled(new Projection(6, 4));
        var embedding = Filled(new LabelEmbedding(4, 3));
        var attention = Filled(new SelfAttention(16));
        projection.NormalizeWeights(iterations);
        embedding.NormalizeWeights(iterations);
        attention.NormalizeWeights(iterations);

        AssertIterations(projection, iterations, () => projection.call(randn(5, 6), Labels), ["linear", "embedding"]);
        AssertIterations(embedding, iterations, () => embedding.call(Labels), ["weight"]);
        AssertIterations(attention, iterations, () => attention.call(randn(2, 16, 3)), ["f", "g", "h"]);
    }

    [Fact]
    public void Vectors_are_divided_by_no_less_than_eps()
    {
        var embedding = Filled(new LabelEmbedding(4, 3));

        embedding.NormalizeWeights(eps: 1e6);

        Assert.InRange(embedding.get_buffer("weightSpectralNorm._u")!.norm().ToDouble(), 0, 1e-3);
    }

    [Fact]
    public void Without_it_there_is_no_state_and_nothing_is_divided()
    {
        var projection = new Projection(6, 4);
        var x = randn(5, 6);

        Assert.Empty(projection.named_buffers());
        Assert.Equal(
            Values.Of(
                functional.linear(x, Parameter(projection, "linear.weight"), Parameter(projection, "linear.bias"))
                    + (Parameter(projection, "embedding.weight")[Labels] * x).sum(1, keepdim: true)
            ),
            Values.Of(projection.call(x, Labels))
        );
        Assert.Empty(new SelfAttention(16).named_buffers());
        Assert.Empty(new LabelEmbedding(4, 3).named_buffers());
    }

    [Fact]
    public void Nothing_stays_of_a_call()
    {
        var embedding = new LabelEmbedding(4, 3);
        var attention = new SelfAttention(16);
        embedding.NormalizeWeights();
        attention.NormalizeWeights();
        using var x = randn(2, 16, 3);
        using var labels = Labels;
        using var noGradients = no_grad();
        var live = Live.Count;

        embedding.call(labels).Dispose();
        attention.call(x).Dispose();

        Assert.Equal(live, Live.Count);
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }

    /// <summary>Outputs and all gradients of a module are those of a formula of its parameters.</summary>
    private static void AssertEqual(
        Module module,
        bool inTraining,
        Tensor input,
        Func<Tensor, Tensor> call,
        Func<Tensor, IReadOnlyDictionary<string, Tensor>, Tensor> formula
    )
    {
        var weights = module
            .named_parameters()
            .ToDictionary(each => each.name, each => (Tensor)each.parameter.detach().clone().requires_grad_());
        var (x, same) = (input.clone().requires_grad_(), input.clone().requires_grad_());

        // The estimates converge in training; evaluation goes on with them.
        call(x);
        module.train(inTraining);
        var (found, expected) = (call(x), formula(same, weights));
        var upstream = randn_like(found);
        autograd.backward([found], [upstream]);
        autograd.backward([expected], [upstream]);

        Values.AssertRelative(Values.Of(expected), Values.Of(found), 1e-9, "output");
        Values.AssertRelative(Values.Of(same.grad!), Values.Of(x.grad!), 1e-9, "input");
        foreach (var (name, parameter) in module.named_parameters())
        {
            Values.AssertRelative(Values.Of(weights[name].grad!), Values.Of(parameter.grad!), 1e-8, name);
        }
    }

    private static void AssertIterations(Module module, int iterations, Func<Tensor> call, string[] weights)
    {
        Assert.Equal(
            weights.SelectMany(name => new[] { $"{name}SpectralNorm._u", $"{name}SpectralNorm._v" }),
            module.named_buffers().Select(buffer => buffer.name)
        );
        var expected = weights.ToDictionary(name => name, name => Iterated(module, name, iterations));

        call();
        module.eval();
        call();

        foreach (var name in weights)
        {
            var (u, v) = Vectors(module, name);
            Values.AssertRelative(Values.Of(expected[name].U), Values.Of(u), 1e-12, name);
            Values.AssertRelative(Values.Of(expected[name].V), Values.Of(v), 1e-12, name);
        }
    }

    private static (Tensor U, Tensor V) Iterated(Module module, string name, int iterations)
    {
        var matrix = Parameter(module, name == "weight" ? name : name + ".weight").detach().flatten(1);
        var (u, v) = Vectors(module, name);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            u = matrix.mv(v);
            u = u / u.norm();
            v = matrix.t().mv(u);
            v = v / v.norm();
        }

        return (u, v);
    }

    private static (Tensor U, Tensor V) Vectors(Module module, string name) =>
        (module.get_buffer($"{name}SpectralNorm._u")!.clone(), module.get_buffer($"{name}SpectralNorm._v")!.clone());

    private static Tensor Divided(Tensor matrix) => matrix / linalg.svdvals(matrix).max();

    private static Tensor Parameter(Module module, string name) => module.get_parameter(name)!;

    /// <summary>Weights that are no special case: gamma starts at zero.</summary>
    private static T Filled<T>(T module)
        where T : Module
    {
        manual_seed(8);
        using var noGradients = no_grad();
        foreach (var parameter in module.parameters())
        {
            parameter.copy_(randn_like(parameter));
        }

        return module;
    }
}
