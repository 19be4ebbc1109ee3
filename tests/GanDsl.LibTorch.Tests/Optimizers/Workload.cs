using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Optimizers;

/// <summary>Parameters around the widths of vectors and of slices, with seeded gradients for some steps.</summary>
internal sealed class Workload
{
    public const int Steps = 10;

    public static readonly long[] Sizes = [1, 15, 16, 17, 16383, 16384, 16385, 100_000, 0];

    private readonly Tensor[] _starts;
    private readonly Tensor[][] _gradients;

    /// <summary>Draws it; it lies in the present scope.</summary>
    public Workload(ScalarType type, params long[] sizes)
    {
        using var generator = new Generator(11);
        _starts = Draw();
        _gradients = [.. Enumerable.Range(0, Steps).Select(_ => Draw())];

        Tensor[] Draw() => [.. sizes.Select(size => randn([size], type, generator: generator))];
    }

    public IReadOnlyList<Tensor> Starts => _starts;

    /// <summary>The gradients of a parameter, step after step.</summary>
    public Tensor[] GradientsOf(int parameter) => [.. _gradients.Select(step => step[parameter])];

    /// <summary>New parameters with the first values.</summary>
    public Parameter[] Parameters(Layout layout = Layout.Contiguous) =>
        [.. _starts.Select(start => new Parameter(start.Laid(layout)))];

    /// <summary>Takes steps from one up to another.</summary>
    public void Step(
        OptimizerHelper optimizer,
        Parameter[] parameters,
        int from,
        int to,
        Layout gradients = Layout.Contiguous
    )
    {
        using var scope = NewDisposeScope();
        for (var step = from; step < to; step++)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                var gradient = _gradients[step][i];
                parameters[i].grad = gradients == Layout.Contiguous ? gradient : gradient.Laid(gradients);
            }

            optimizer.step();
        }
    }

    /// <summary>The parameters after all steps.</summary>
    public Tensor[] Run(UpdateRule rule, Layout parameters = Layout.Contiguous, Layout gradients = Layout.Contiguous)
    {
        var trained = Parameters(parameters);
        using var optimizer = rule.Create(trained);
        Step(optimizer, trained, 0, Steps, gradients);
        return [.. trained.Select(parameter => parameter.detach())];
    }
}
