using GanDsl.Fuzzing.Optimizers;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Oracle;

/// <summary>Trains two networks on the engine and insists on finite numbers.</summary>
internal sealed class EngineTrainer : IDisposable
{
    private readonly EngineNetwork g;
    private readonly EngineNetwork d;
    private readonly List<optim.Optimizer> owned = [];
    private readonly optim.Optimizer gLearns;
    private readonly optim.Optimizer dLearns;

    public EngineTrainer(
        EngineNetwork g,
        EngineNetwork d,
        IReadOnlyList<FuzzedOptimizer> ofG,
        IReadOnlyList<FuzzedOptimizer> ofD
    )
    {
        (this.g, this.d) = (g, d);
        RequireParameters("G", g);
        RequireParameters("D", d);
        gLearns = Create(g, ofG);
        dLearns = Create(d, ofD);
    }

    /// <summary>Each network moves one step down a loss of logits.</summary>
    public void Step(Tensor real, Tensor latents)
    {
        Move("D", d, dLearns, Softplus(-d.Forward(real)) + Softplus(d.Forward(g.Forward(latents).detach())));
        Move("G", g, gLearns, Softplus(-d.Forward(g.Forward(latents))));
    }

    /// <summary>Both networks as they are used after training.</summary>
    public void Evaluate(Tensor real, Tensor latents)
    {
        using var noGradients = no_grad();
        (g.Training, d.Training) = (false, false);
        RequireFinite("what G gives in evaluation", g.Forward(latents));
        RequireFinite("what D gives in evaluation", d.Forward(real));
    }

    public void Dispose() => owned.ForEach(optimizer => optimizer.Dispose());

    /// <summary>The first one is what the network learns by; the others only have to exist.</summary>
    private optim.Optimizer Create(EngineNetwork network, IReadOnlyList<FuzzedOptimizer> declared)
    {
        var created = declared.Select(optimizer => optimizer.Create(network.Parameters)).ToList();
        owned.AddRange(created);
        return created[0];
    }

    private static void Move(string name, EngineNetwork network, optim.Optimizer optimizer, Tensor loss)
    {
        RequireFinite($"the loss of {name}", loss);
        optimizer.zero_grad();
        autograd.backward([loss]);
        var gradients = network.Parameters.Select(parameter => parameter.grad).OfType<Tensor>().ToList();
        if (gradients.Count == 0)
        {
            throw new RefusedException($"no parameter of {name} gets a gradient");
        }

        gradients.ForEach(gradient => RequireFinite($"a gradient of {name}", gradient));
        optimizer.step();
        foreach (var parameter in network.Parameters)
        {
            RequireFinite($"a parameter of {name}", parameter);
        }

        foreach (var buffer in network.Buffers)
        {
            RequireFinite($"a running statistic of {name}", buffer);
        }
    }

    private static Tensor Softplus(Tensor x) => -nn.functional.logsigmoid(-x).mean();

    private static void RequireParameters(string name, EngineNetwork network)
    {
        if (!network.Parameters.Any())
        {
            throw new RefusedException($"{name} has no parameter");
        }
    }

    private static void RequireFinite(string what, Tensor tensor)
    {
        // A sum over NaN or infinity is neither; a sum of finite floats of this size stays finite as a double.
        if (!double.IsFinite(tensor.detach().to(ScalarType.Float64).sum().item<double>()))
        {
            throw new RefusedException($"{what} is not finite");
        }
    }
}
